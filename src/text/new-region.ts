/** The texts a new region's folder begins with. Japanese, for an officer who knows Excel only. */
export const newRegionText = {
  listFile: 'facilities/一覧.xlsx',
  csvFile: '様式/一覧.csv',
  boundaryFile: 'areas/市区町村の境界.geojson',
  guideFile: 'はじめに.md',
  siteYaml: (parts: {
    name: string;
    municipalities: string;
    contact: string;
    listFile: string;
    listing: string;
    publishing: string;
    areas: string;
  }) => `# 資源マップの設定です。「#」から後ろはメモで、読みとばします。
# 直したら、check を実行すると、まちがいを行の番号で知らせます。

name: ${parts.name}

# この地域の市区町村。ここにないところの事業所は、国などの一覧に入っていても、のせません。
municipalities: ${parts.municipalities}

# 住民からの問い合わせ先。すべてのページの下に出ます。
${parts.contact}

# 休日・夜間の当番など、急ぎのときの連絡先
# emergency:
#   - label: 休日急患診療所
#     phone: 0254-00-0119
#     note: 日曜・祝日 9:00-17:00

# のせる一覧。下にあるものほど、新しい情報として優先します。
# listing は、行に「掲載区分」がないときの扱い：public みんなに見せる ／ professional 専門職だけ
sources:
  - file: ${parts.listFile}
    title: 地域の調査
    kind: survey
    listing: ${parts.listing}

# 確認してから何か月たったら「古い」とするか。古い答えは消さずに、「いまは電話で確認」と出します
staleAfterMonths: 12
# 種類ごとに変えるとき。書かなければ、新規の受け入れ（acceptance）は 3か月、ほかは上と同じです
# staleAfterMonthsOf:
#   acceptance: 3      # 新規の受け入れ
#   capabilities: 12   # 対応できること
#   phones: 24         # 電話番号
#   hours: 12          # 時間
#   serviceArea: 12    # 訪問・送迎の地域
#   size: 12           # 料金・職員・病床・定員
#   place: 36          # 名前・住所
#   official: 12       # 国などの公表データ（どの種類でも）

${parts.areas}

${parts.publishing}
`,
  contactLater: '# contact:\n#   name: 在宅医療・介護連携支援センター\n#   phone: 0254-00-0000',
  publishingLater:
    '# サイトのアドレス。決まったら「# 」を消して書きます。\n# publishing:\n#   site: https://example.jp\n#   base: /',
  areasLater:
    '# 市区町村の境界。国土数値情報「行政区域データ（N03）」の GeoJSON を areas に入れ、「# 」を消します。\n# areas:\n#   - { file: areas/市区町村の境界.geojson, kind: municipality, id: N03_007, name: N03_004, credit: 国土数値情報（行政区域データ） }',
  areas: (file: string) =>
    `areas:\n  - { file: ${file}, kind: municipality, id: N03_007, name: N03_004, credit: 国土数値情報（行政区域データ） }`,
  columnsYaml: `# 地域の一覧にある、様式にない見出しの意味を書きます。ここに書くまで、知らない見出しの列は、どこにも出ません。
# でんわ: 電話番号
# 駐車場: { label: 駐車場, type: text, audience: public }
# 調査票番号: ignore
`,
  gitignore: 'site/\n.DS_Store\n~$*\n',
  guide: (name: string) => `# ${name} の資源マップ

このフォルダーが、資源マップのすべてです。直すのは、ここにある表と設定だけです。

| ファイル | 何か |
|---|---|
| facilities/一覧.xlsx | 事業所の一覧。見出し（シート）ごとに、種類の合う用紙に書きます。書き方は最初のシートにあります |
| 様式/一覧.csv | 同じ様式の CSV。Excel を使わないときに |
| site.yaml | 地域の名前、問い合わせ先、のせる一覧などの設定 |
| columns.yaml | 様式にない見出しの意味 |
| same.csv | 「この2つは同じ事業所」と決めたもの |
| suppress.csv | のせないと決めた事業所 |
| contacts.csv | 目的ごとの連絡先。専門職だけが見ます（使わなければ、空のまま） |
| vacancy.csv | 空きの数と時点。専門職だけが見ます（使わなければ、空のまま） |

## 毎回すること

1. 一覧.xlsx を直して、保存します。
2. 調べます。直すところを、ファイルと行と列で知らせます。

       npm run -s shigen-map -- check --data このフォルダー

3. 作って、見ます。

       npm start -- --data このフォルダー

4. 公開します。

       npm run -s shigen-map -- build --data このフォルダー --out site

## 公開のしかた（どれか1つ）

- **ウェブサーバーに FTP で**：site フォルダーの中を、そのまま送ります。下の階層に置くときは、build に「--base /map/」のように書きます。
  変わっていない事業所のページは、前と1文字もちがいません。「--upload 送る分」を付けると、前の site から変わったファイルだけを「送る分」に集め、消すファイルの一覧を書きます。送りおわったら、「送る分」の中を空にしてください。
- **Cloudflare Pages・Netlify**：管理画面の「直接アップロード」に、site フォルダーをそのまま入れます。
- **GitHub Pages**：このフォルダーを GitHub のリポジトリーにします。同こんの .github/workflows/publish.yml が、変更の案（プルリクエスト）には変わるところを書きこみ、main に入ると公開します。publish.yml の ENGINE（このツールのリポジトリー、所有者/名前）が正しいことを確かめ、Settings → Pages → Source を「GitHub Actions」にしてください。

専門職向けの値（ケアマネタイム、担当者など）は、住民向けのサイトには出ません。ただし、このフォルダーを公開のリポジトリーに置くと、表そのものが見えてしまいます。専門職向けの値を書くときは、非公開のリポジトリーにするか、その表に封をしてください（npm run -s shigen-map -- seal facilities/表.csv --data このフォルダー）。

専門職だけが合言葉で開ける専門職版（/pro/）を作るには、鍵を作ります：npm run -s shigen-map -- keys add "渡す相手の名前" --data このフォルダー。合言葉の入った keys.secret.yaml は公開しないでください。GitHub で公開するときは、その中身を全部、SHIGEN_KEYS という名前の Secret に入れます。
`,
  /** Where nothing says which repository holds this tool. */
  engineUnknown: 'OWNER/shigen-map',
  workflow: (engine: string) => `# 変更の案に、変わるところを書きこみ、main に入ったら公開します。
# ENGINE は、このツール（shigen-map）が置いてある GitHub のリポジトリー（所有者/名前）です。
name: publish
env:
  ENGINE: ${engine}
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
  pages: write
  id-token: write
  pull-requests: write
concurrency:
  group: publish-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - if: startsWith(env.ENGINE, 'OWNER/')
        run: |
          echo "::error::.github/workflows/publish.yml の ENGINE を、このツールのリポジトリー（所有者/名前）に書きかえてください。"
          exit 1
      - uses: actions/checkout@v4
        with: { path: region, fetch-depth: 0 }
      - uses: actions/checkout@v4
        with: { repository: "\${{ env.ENGINE }}", path: engine }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm, cache-dependency-path: engine/package-lock.json }
      - run: npm ci
        working-directory: engine
      - name: What changes
        if: github.event_name == 'pull_request'
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          git -C region worktree add ../before \${{ github.event.pull_request.base.sha }}
          cd engine
          npm run -s shigen-map -- diff ../before ../region --markdown > ../changes.md
          cd ../region
          gh pr comment \${{ github.event.number }} --body-file ../changes.md --edit-last || gh pr comment \${{ github.event.number }} --body-file ../changes.md
      - name: Build
        # Settings → Secrets and variables → Actions: the whole text of keys.secret.yaml. A pull request of a fork gets none.
        env:
          SHIGEN_KEYS: \${{ secrets.SHIGEN_KEYS }}
        run: npm run -s shigen-map -- build --data ../region --out ../site
        working-directory: engine
      - if: github.event_name == 'push'
        uses: actions/upload-pages-artifact@v3
        with: { path: site, include-hidden-files: false }
  publish:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/deploy-pages@v4
`,
  questions: {
    name: '地域の名前（例：みほん圏域）',
    municipality: '市区町村（いくつもあるときは「、」で区切る）',
    contact: '問い合わせ先の名前（空らんでもよい）',
    phone: '問い合わせ先の電話番号（空らんでもよい）',
    email: '問い合わせ先のメール（空らんでもよい）',
    listing: '表の行は、ことわりがなければ 1 みんなに見せる ／ 2 専門職だけに見せる（1 か 2）',
  },
  needName: '地域の名前を --name で指定してください（例：--name みほん圏域）。',
  notEmpty: (folder: string) =>
    `「${folder}」には、もうファイルがあります。消さないために中止しました。新しいフォルダーの名前を指定してください。`,
  noFile: (file: string) => `「${file}」というファイルがありません。`,
  noListing: (word: string) =>
    `--listing の「${word}」は分かりません。public（みんなに見せる）か professional（専門職だけ）を指定してください。`,
  badEngine: (word: string) =>
    `--engine の「${word}」はリポジトリーの名前ではありません。GitHub の「所有者/名前」の形で指定してください（例：--engine mihon-shi/shigen-map）。`,
  noBoundaries: (file: string) =>
    `「${file}」に、指定した市区町村の境界が見つかりません。国土数値情報「行政区域データ（N03）」の GeoJSON と、--municipality の名前を確かめてください。`,
  engineTodo: (folder: string) =>
    `GitHub で公開するときは、先に ${folder}/.github/workflows/publish.yml の「ENGINE: OWNER/shigen-map」を、このツールが置いてあるリポジトリー（所有者/名前）に書きかえてください。ほかの公開のしかたでは、いりません。\n`,
  done: (folder: string) =>
    `「${folder}」を作りました。\n\n次にすること\n 1. ${folder}/facilities/一覧.xlsx に、事業所を書きます（書き方は最初のシートに）。\n 2. npm run -s shigen-map -- check --data ${folder}\n 3. npm start -- --data ${folder}\n公開のしかたは ${folder}/はじめに.md にあります。\n`,
} as const;
