using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Tests.Forms;

/// <summary>Enter, check, save.</summary>
public sealed class FormStepsTests : FormTest
{
    [Theory]
    [InlineData(null, " やまだ ", "Check", 200, "ヤマダ")]
    [InlineData("check", " やまだ ", "Check", 200, "ヤマダ")]
    [InlineData("SAVE", " やまだ ", "Check", 200, "ヤマダ")]
    [InlineData("save", " やまだ ", "saved", 200, " やまだ ")]
    [InlineData("back", " やまだ ", "Enter", 200, " やまだ ")]
    [InlineData("back", "山田", "Enter", 200, "山田")]
    [InlineData("check", "山田", "Enter", 422, "山田")]
    [InlineData("save", "山田", "Enter", 422, "山田")]
    public async Task AStep_LeadsTo(string? step, string typed, string to, int status, string inForm)
    {
        using var page = new Page();
        var form = new Form { Step = step, Kana = typed };
        Name(await RunAsync(page, form, "Check")).ShouldBe(to);
        (page.Response.StatusCode, form.Kana).ShouldBe((status, inForm));
        page.ModelState.ContainsKey(nameof(Form.Kana)).ShouldBe(status == 422);
    }

    [Theory]
    [InlineData(null, "やまだ", "saved")]
    [InlineData(null, "山田", "Enter")]
    public async Task WithoutACheckPage_SavingFollowsAtOnce(string? step, string typed, string to)
    {
        using var page = new Page();
        Name(await RunAsync(page, new Form { Step = step, Kana = typed }, check: null)).ShouldBe(to);
    }

    [Fact]
    [Trait("Review", "F14")]
    public async Task IV_01_WhatTheInputGuardFound_IsSaidOnce_AndNothingIsSaved()
    {
        using var page = new Page();
        page.ModelState.AddModelError(nameof(Form.Kana), "broken");
        Name(await RunAsync(page, new Form { Step = "save", Kana = "山田" }, "Check")).ShouldBe("Enter");
        page.ModelState[nameof(Form.Kana)]!.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe("broken");
    }

    private Task<IActionResult> RunAsync(Page page, Form form, string? check) => new FormSteps<string>(page, form)
    {
        Enter = "Enter",
        Check = check,
        Read = reader => Task.FromResult(reader.Read(new KanaField(), nameof(form.Kana), form.Kana)),
        Show = kana =>
        {
            form.Kana = kana;
            return Task.CompletedTask;
        },
        Save = _ => Task.FromResult<IActionResult>(new ContentResult()),
    }.RunAsync(Words.Reader(name => name));

    private static string Name(IActionResult result) => result is ViewResult view ? view.ViewName! : "saved";

    private sealed class Page : Controller
    {
        public Page() => ControllerContext = new ControllerContext { HttpContext = new DefaultHttpContext() };
    }

    private sealed class Form : SteppedForm
    {
        public string? Kana { get; set; }
    }
}
