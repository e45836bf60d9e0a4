"""Dockerfiles of our own on the topics of BuildKit's parser tests, for comparisons with other parsers."""

from __future__ import annotations

SAMPLES = [
    "FROM a\nRUN one \\\n  # c\n\n  two\nCMD x\n",
    "from a as b\nrun <<EOF bash\nFROM x\nEOF\ncopy --from=b <<'A' <<-B /x/\nA\n\t1\n\tB\n",
    "# escape=`\nFROM a\nRUN x `\n y\nWORKDIR C:\\\n",
    'FROM a\nENV a b c\nENV a=b "c=d e" f\\ g=1\nLABEL "x"=1 y=\'2 3\'\nARG a b=c\n',
    'FROM a\nCMD ["a", "b\\n"] trailing\nVOLUME ["/a b", "/c"]\nVOLUME /d /e\nENTRYPOINT [ -x y ]\n',
    'FROM a\nONBUILD RUN ["a"]\nONBUILD COPY <<E /x\nb\nE\nHEALTHCHECK --interval=3s CMD ["a"]\nHEALTHCHECK NONE\n',
    "FROM a\r\nRUN x \\\r\n  y\r\nCOPY <<E /x\r\nb\r\nE\r\nUSER u\r\n",
    'FROM a\nRUN echo "\\\\" \\\\\nRUN b\\\n\nUSER u\n',
    'FROM a\nRUN --mount=type=bind,source="a b" --network=none x\nEXPOSE 80 443/tcp\nSTOPSIGNAL 9\nSHELL ["a"]\n',
    # directives: in any case of letters, with blanks, after another one, and not after a comment or a blank line
    "# Syntax = docker/dockerfile:1\n# ESCAPE=`\nFROM a\nRUN x `\n  y\n",
    "# a comment\n# escape=`\nFROM a\nRUN x \\\n  y\n",
    "\n# escape=`\nFROM a\nRUN x \\\n  y\n",
    "# escape=\\\nFROM a\nRUN x \\\n  y\n",
    "#escape=`\nFROM a\nCOPY a `\nb c\\\n",
    # continuation lines: comments and blanks inside, blanks behind the sign, two signs, none at the end of the file
    "FROM a\nRUN a \\\n# one\n  # two\n\n\n  b \\   \n\tc\n",
    "FROM a\nRUN a \\\\\nRUN b \\\n# c\nUSER u\n",
    "FROM a\nRUN x \\",
    "FROM a\nRUN a && \\\n    \\\n    b\n",
    'FROM a\nENV A=1 \\\n  # c\n  B=2 \\\n  C="x \\\n  y"\n',
    "FR\\\nOM a\nR\\\nUN x\n",
    "   FROM a\n\t RUN x\n  # c\n  USER u\n",
    # here-documents: several, quoted, with tabs, with a descriptor, empty, in a continued line, none in a quoted word
    "FROM a\nRUN <<A cat >/a && <<B cat >/b\none\nA\ntwo\nB\nUSER u\n",
    "FROM a\nRUN 3<<EOF cat\nx\nEOF\nRUN <<EOF\nEOF\nRUN <<-EOF\n\tx\n\t\tEOF\n",
    "FROM a\nRUN <<'E F'\nRUN no\nE F\nRUN <<\"EOF\" bash\n$x\nEOF\nUSER u\n",
    "FROM a\nRUN cat <<EOF \\\n  | sh\nx\nEOF\nUSER u\n",
    "FROM a\nRUN echo '<<EOF' && echo \"<<EOF\"\nUSER u\n",
    "FROM a\nRUN echo a<<EOF b<< c\nUSER u\n",
    "FROM a\nRUN cat <<<word\nUSER u\n",
    "FROM a\nCOPY <<one <<two /d/\n1\none\n2\ntwo\nADD <<EOF /x\n# no comment\n\nEOF\nUSER u\n",
    "FROM a\nRUN <<EOF\n#!/usr/bin/env python\nprint('EOF')\n EOF\nEOF\nUSER u\n",
    "FROM a\nCMD cat <<EOF\nENTRYPOINT x\n",
    # JSON forms: blanks, escapes, unicode, an empty array, what is none
    'FROM a\nCMD [ "a" , "b" ]\nRUN ["a\\\\b", "\\u00e9", "\\"x\\""]\nENTRYPOINT []\n',
    'FROM a\nCMD [\'a\', \'b\']\nRUN [ -x /a ] && b\nCMD ["a" "b"]\nENTRYPOINT ["a",]\n',
    'FROM a\nCOPY ["a b", "c d", "/e f/"]\nADD [ "x", "/y" ]\nVOLUME [ "/a" ]\nSHELL [ "cmd", "/S", "/C" ]\n',
    'FROM a\nRUN [ "a", \\\n  "b" ]\nCMD \\\n  ["a"]\n',
    # flags: several, with quotes and commas, with an escaped blank, on each instruction that has some
    "FROM --platform=linux/amd64 a AS b\nCOPY --from=b --chown=1:2 --chmod=755 --link --parents a b /c/\n",
    "FROM a\nADD --checksum=sha256:1 --keep-git-dir=true https://x/y.git#v1 /z\nCOPY --exclude=*.md --exclude=x . /y\n",
    "FROM a\nRUN --mount=type=secret,id=s --mount=type=cache,target=/c --security=insecure --device=d x --y\n",
    "FROM a\nHEALTHCHECK --interval=1m30s --timeout=3s --start-interval=1s --retries=3 CMD x || exit 1\n",
    "FROM a\nRUN --mount=target=a\\ b --network=host x\nCOPY -- a b\n",
    # ONBUILD of each
    'FROM a\nONBUILD ADD a /b\nonbuild run x \\\n  y\nONBUILD ENV A=1\nONBUILD USER u\nONBUILD CMD ["a"]\n',
    # names and values: quotes, escapes, all operators, the old form
    'FROM a\nENV A=${B:-c} C=${D:+e} F="${G?h}" I=${J#k} L=${M%%n} O=${P/q/r} S=${T//u/v}\n',
    "FROM a\nENV A=a\\ b B='c d' C=\"e\\\"f\" D= E='' F=\\$x\nENV A  b   c\nENV A\tb\nLABEL a.b-c=\"d e\" f='g'\n",
    'ARG A\nARG B=c\nFROM a:${A:-1}\nARG C D=e F="g h"\nLABEL a b\nLABEL "a b"=c\n',
    "FROM ${A:+b}${C-d}\nWORKDIR ${E:?f}/g\nUSER ${H}:${I}\nEXPOSE ${J} 80-90/udp\nSTOPSIGNAL ${K}\nVOLUME $L $M\n",
    "FROM a\nMAINTAINER A B <a@b>\nWORKDIR a b\nUSER  u \nSTOPSIGNAL  SIGTERM\n",
    # bytes: a line with carriage returns, tabs, signs outside of ASCII, no break at the end
    "FROM a\r\nENV A=b \\\r\n  C=d\r\nRUN <<E\r\nx\r\nE\r\n# c\r\nCMD x",
    'FROM a\nRUN echo \'ü 日本\' \\\n  é\nLABEL n="Zoë"\nCOPY ["ä", "/ö"]',
    "from\ta\nrun\tx\ncopy\ta\tb\nexpose\t80\n",
]

# What BuildKit's parser refuses.
REFUSED = [
    "FROM a\nENV A=${B:-c d}\n",
    "FROM a\nENV A=b C\n",
    "FROM a\nENV A\n",
    "FROM a\nLABEL a=b c\n",
    "FROM a\nRUN <<EOF\nx\n",
    "FROM a\nCOPY <<A <<B /c\n1\nA\n2\n",
    "# escape=x\nFROM a\n",
    "# syntax=a\n# syntax=b\nFROM a\n",
    'FROM a\nCMD ["a", 1]\n',
    "# only a comment\n",
    "",
]
