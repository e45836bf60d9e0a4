"""Shell scripts: files of sh, bash, dash and ksh."""
