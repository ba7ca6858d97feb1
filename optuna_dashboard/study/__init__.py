"""What a study is: plain data, columns and pure functions over them. Knows only itself."""
