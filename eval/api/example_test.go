package api_test

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"time"

	"github.com/krait-vm/krait/eval/api"
)

//go:embed testdata/shop.cpython-314.pyc
var shop string

// Load a program once, run it in an interpreter and call one of its functions.
func Example() {
	engine := api.New(api.Options{})
	program, err := engine.Load("shop.pyc", shop)
	if err != nil {
		fmt.Println(err)
		return
	}
	in, err := engine.NewInterpreter(program.Version(), api.Settings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	if err := in.Run(ctx, program); err != nil {
		fmt.Println(err)
	}
	result, err := in.Call(ctx, "total", map[string]any{"tea": 3, "rice": 4}, 2)
	fmt.Println(result, err)
	fmt.Println(in.Close())
	// Output:
	// map[most:tea sum:14] <nil>
	// <nil>
}

// Verify finds out whether all of a program can run, before any of it does.
func ExampleProgram_Verify() {
	program, err := api.New(api.Options{}).Load("shop.pyc", shop)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(program.Verify(), program.Version().Minor)
	// Output: <nil> 14
}

// Each interpreter has a world of its own; the program is loaded once.
func ExampleEngine_NewInterpreter() {
	engine := api.New(api.Options{})
	program, err := engine.Load("shop.pyc", shop)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	for _, times := range []int{1, 3} {
		in, err := engine.NewInterpreter(program.Version(), api.Settings{})
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := in.Run(ctx, program); err != nil {
			fmt.Println(err)
		}
		var last any
		for range times {
			last, _ = in.Call(ctx, "count")
		}
		fmt.Println(last)
		in.Close()
	}
	// Output:
	// 1
	// 3
}

// A Python exception comes out as an *api.Error.
func ExampleInterpreter_Call() {
	engine := api.New(api.Options{})
	program, err := engine.Load("shop.pyc", shop)
	if err != nil {
		fmt.Println(err)
		return
	}
	in, err := engine.NewInterpreter(program.Version(), api.Settings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	ctx := context.Background()
	if err := in.Run(ctx, program); err != nil {
		fmt.Println(err)
	}
	_, err = in.Call(ctx, "fail", "sold out")
	var e *api.Error
	fmt.Println(errors.As(err, &e), err)
	// Output: true ValueError: sold out
}

// A context stops a program that would never end, whatever it catches.
func ExampleInterpreter_Call_context() {
	engine := api.New(api.Options{})
	program, err := engine.Load("shop.pyc", shop)
	if err != nil {
		fmt.Println(err)
		return
	}
	in, err := engine.NewInterpreter(program.Version(), api.Settings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	if err := in.Run(context.Background(), program); err != nil {
		fmt.Println(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	_, err = in.Call(ctx, "spin")
	fmt.Println(err)
	result, err := in.Call(context.Background(), "double", 21)
	fmt.Println(result, err)
	// Output:
	// context deadline exceeded
	// 42 <nil>
}
