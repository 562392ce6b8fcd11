// Krait loads CPython .pyc files and executes their bytecode.
package main

func main() {}
