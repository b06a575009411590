using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Dev;

/// <summary>What the components promise to every form, read from the gallery.</summary>
public sealed class Components : IAsyncLifetime
{
    private const string Gallery = "/dev/components";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Gallery_OutsideDemonstrationMode_DoesNotExist()
    {
        await using var serious = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "false" });
        (await serious.CreateBrowser().GetAsync(Gallery)).ShouldBeNotFound();
    }

    [Fact]
    public async Task A11Y_1_ARefusedForm_ListsItsErrorsInTheOrderOfItsFields()
    {
        var page = await SendAsync(form => form);

        page.ShouldBeRefused().Title.ShouldStartWith("エラー：部品集");
        page.Texts(".p-errors__list li").ShouldBe(
        [
            "姓を入力してください", "メールアドレスを入力してください", "都道府県を選択してください", "連絡方法を選択してください",
            "お問い合わせ内容を入力してください", "新しいパスワードを入力してください", "確認コードを入力してください", "利用規約に同意する場合は、チェックしてください",
        ]);
        page.Document.QuerySelectorAll(".p-errors__list a").ShouldAllBe(link => page.Has(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task A11Y_1_AFieldWithAnError_IsDescribedByIt()
    {
        var input = (await SendAsync(form => form)).Find("#Form_Email");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("Form_Email-error Form_Email-hint");
        (input.HasAttribute("required") || input.HasAttribute("maxlength")).ShouldBeFalse();
    }

    [Fact]
    public async Task A11Y_1_WhatWasTypedComesBack_PasswordsAndCodesDoNot()
    {
        const string text = "\n<b>行1</b>\n\"行2\"";
        var page =
                await SendAsync(form => form.Fill("Form.FamilyName", "髙﨑 <\"'&>").Fill("Form.Inquiry", text).Choose("Form.Prefecture", "13")
            .Choose("Form.Contact", "phone").Check("Form.Notices", "incident").Fill("Form.Password", "Secret-12345")
                .Fill("Form.Code", "123456"));

        page.Find("#Form_FamilyName").GetAttribute("value").ShouldBe("髙﨑 <\"'&>");
        page.Find("#Form_Inquiry").TextContent.ReplaceLineEndings("\n").ShouldBe(text);
        page.Find("#Form_Prefecture option[selected]").GetAttribute("value").ShouldBe("13");
        page.Find("input[name='Form.Contact'][checked]").GetAttribute("value").ShouldBe("phone");
        page.Find("input[name='Form.Notices'][checked]").GetAttribute("value").ShouldBe("incident");
        page.ShouldNotShow("Secret-12345").ShouldNotShow("123456");
    }

    [Fact]
    public async Task A11Y_1_SuccessIsSaidOnce()
    {
        var done = await (await SendAsync(form => form.Fill("Form.FamilyName", "田中").Fill("Form.Email", "a@example.com")
                .Choose("Form.Prefecture", "13")
            .Choose("Form.Contact", "email").Fill("Form.Inquiry", "…").Fill("Form.Password", "Secret-12345").Fill("Form.Code", "123456")
                .Check("Form.Agree"))).FollowAsync();

        done.Find(".p-flash[role=status]").TextContent.ShouldContain("お問い合わせを送信しました");
        (await done.ClickAsync(".p-breadcrumb a")).Has(".p-flash").ShouldBeFalse();
    }

    [Fact]
    public async Task A11Y_1_AList_TellsOrderAndPlace_AndKeepsItsConditions()
    {
        var page = await app.CreateBrowser().GetAsync(Gallery + "?q=通信&page=2");

        page.Title.ShouldStartWith("部品集（2/12ページ）｜");
        page.Find("th[aria-sort=descending] a").GetAttribute("href").ShouldBe(Gallery + "?q=%E9%80%9A%E4%BF%A1&sort=updated");
        page.Find(".p-pagination a[rel=next]").GetAttribute("href").ShouldBe(Gallery + "?q=%E9%80%9A%E4%BF%A1&page=3");
        page.Find(".p-chip").GetAttribute("href").ShouldBe(Gallery);
        page.Texts("tbody tr:first-child [data-label]").Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("", "正しい形式で入力してください")]
    [InlineData("?culture=en", "Enter this in the expected format")]
    public async Task D1_AValueThatDoesNotFit_IsSaidInTheReadersLanguage(string language, string expected)
    {
        var form = (await app.CreateBrowser().GetAsync(Gallery + language)).Form("main form[method=post]").Fill("Form.Quantity", "abc");
        var page = await form.SubmitAsync();
        page.Find("#Form_Quantity-error").TextContent.ShouldEndWith(expected);
        page.Find("#Form_Quantity").GetAttribute("value").ShouldBe("abc");
    }

    [Fact]
    public async Task B1_FieldsCarryTheirAutofillTokens()
    {
        var page = await app.CreateBrowser().GetAsync(Gallery);
        page.Find("#Form_Password").GetAttribute("autocomplete").ShouldBe("new-password");
        page.Find("#Form_Code").GetAttribute("autocomplete").ShouldBe("one-time-code");
        page.Find("input[autocomplete=username]").GetAttribute("tabindex").ShouldBe("-1");
        page.Has("[autocomplete=off]").ShouldBeFalse();
    }

    private async Task<PortalPage> SendAsync(Func<PortalForm, PortalForm> fill) =>
        await fill((await app.CreateBrowser().GetAsync(Gallery)).Form("main form[method=post]")).SubmitAsync();
}
