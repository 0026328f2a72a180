export interface StepOutput {
  write: (text: string) => void;
  end: () => void;
}

/**
 * Keeps what steps say apart while they run side by side: the one that began first is heard as it speaks, what
 * another says is kept until all that began before it have ended.
 */
export function outputInTurn(print: (text: string) => void): () => StepOutput {
  const speaking: { kept: string; hasEnded: boolean }[] = [];
  const letFirstSpeak = () => {
    for (let first = speaking[0]; first; first = speaking[0]) {
      if (first.kept !== '') print(first.kept);
      first.kept = '';
      if (!first.hasEnded) return;
      speaking.shift();
    }
  };
  return () => {
    const own = { kept: '', hasEnded: false };
    speaking.push(own);
    return {
      write: text => {
        own.kept += text;
        letFirstSpeak();
      },
      end: () => {
        own.hasEnded = true;
        letFirstSpeak();
      },
    };
  };
}
