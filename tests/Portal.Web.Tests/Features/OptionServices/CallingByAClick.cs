using Portal.Rules.OptionServices;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OptionServices;

public sealed class CallingByAClick : OptionTest
{
    private const string Button = "form[action$=call]";

    [Fact]
    public async Task OPT_1_ACall_RingsTheOwnTelephoneFirst_AndIsToldAtOnce()
    {
        var browser = await SignedInAsync();
        var page = await WithFavouriteAsync(browser);

        var called = await page.Form(Button).SubmitAsync();

        called.ShouldRedirectTo(Address(Main));
        (await called.FollowAsync()).ShouldShow("電話が鳴ったらお取りください");
        (await RecordedAsync("option-call-requested")).ShouldBe(1);
        await WorkAsync();
        var data = Told.Single(webhook => webhook.Data.TryGetProperty("target", out _)).Data;
        (data.GetProperty("number").GetString(), data.GetProperty("target").GetString()).ShouldBe(("+81666660001", "+819012345678"));
        data.GetProperty("until").GetDateTimeOffset().ShouldBe(App.Time.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task OPT_1_CallsAreLimitedByTheMinute()
    {
        var browser = await SignedInAsync();
        var page = await WithFavouriteAsync(browser);
        for (var i = 0; i < DialSettings.MostCallsAMinute; i++)
        {
            (await (await page.Form(Button).SubmitAsync()).FollowAsync()).ShouldShow("発信を受け付けました");
        }

        (await (await page.Form(Button).SubmitAsync()).FollowAsync()).ShouldShow("1分ほど待って");
        (await RecordedAsync("option-call-limited")).ShouldBe(1);
        (await OwedAsync()).Count(row => row.Kind == "provisioning.call-requested").ShouldBe(DialSettings.MostCallsAMinute);

        App.Time.Advance(TimeSpan.FromSeconds(61));
        (await (await page.Form(Button).SubmitAsync()).FollowAsync()).ShouldShow("発信を受け付けました");
    }

    [Fact]
    public async Task OPT_1_OPT_3_ACall_DoesNotWaitForASettingBeforeIt_AndIsNotToldLate()
    {
        var refused = true;
        Network.Answer = (webhook, context) =>
        {
            context.Response.StatusCode = refused ? 500 : 204;
            return Task.CompletedTask;
        };
        var browser = await SignedInAsync();
        var page = await WithFavouriteAsync(browser);
        await WorkAsync();
        await page.Form(Button).SubmitAsync();
        refused = false;
        await WorkAsync();
        Told.Count(webhook => webhook.Data.TryGetProperty("target", out _)).ShouldBe(1);

        refused = true;
        await page.Form(Button).SubmitAsync();
        await WorkAsync();
        var told = Told.Count(webhook => webhook.Data.TryGetProperty("target", out _));
        App.Time.Advance(TimeSpan.FromSeconds(70));
        refused = false;
        await WorkAsync();
        Told.Count(webhook => webhook.Data.TryGetProperty("target", out _)).ShouldBe(told);
        (await OwedAsync()).Last(row => row.Kind == "provisioning.call-requested").State.ShouldBe(OutboxState.Expired);
    }

    [Theory]
    [InlineData("+81661234567")]
    [InlineData("+81666660001")]
    [InlineData("")]
    public async Task OPT_1_OnlyFavouritesAreCalled(string to)
    {
        var browser = await SignedInAsync();
        var page = await WithFavouriteAsync(browser);

        (await page.Form(Button).Forge("to", to).SubmitAsync()).ShouldBeNotFound();
        (await OwedAsync()).ShouldNotContain(row => row.Kind == "provisioning.call-requested");
    }

    [Fact]
    public async Task OPT_1_SwitchedOff_NothingIsCalled()
    {
        var browser = await SignedInAsync();
        var page = await WithFavouriteAsync(browser);
        (await SaveAsync((await FormAsync(browser)).Uncheck("On"))).ShouldRedirectTo(Address(Main));

        (await (await page.Form(Button).SubmitAsync()).FollowAsync()).ShouldShow("クリックダイヤルは利用していません").ShouldNotShow("発信");
    }

    [Fact]
    public async Task OPT_1_Favourites_AreThirtyAtMost_WithNamesAndNumbers()
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Address(Main, "click-to-dial"))).ShouldBeOk().Has("main [autocomplete=off]").ShouldBeFalse();
        var form = await FormAsync(browser);
        (await form.Fill("Favourites[0].Name", "母").SubmitAsync()).ShouldBeRefused().ShouldShow("1件目：電話番号を入力してください");
        (await form.Fill("Favourites[0].Name", "").Fill("Favourites[0].Number", "110").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("110、118、119").ShouldShow("1件目：名前を入力");
        form.Fill("Favourites[0].Name", "母").Fill("Favourites[0].Number", Target);
        (await form.Fill("Favourites[1].Name", "父").Fill("Favourites[1].Number", "09012345678").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("2件目：同じ電話番号がすでにあります");

        var fields = new List<KeyValuePair<string, string>>
        {
            new("Version", "0"), new("On", "true"), new("Step", "save"),
            new("__RequestVerificationToken", form.Fields.First(field => field.Name == "__RequestVerificationToken").Value),
        };
        for (var i = 0; i < 31; i++)
        {
            fields.Add(new($"Favourites[{i}].Name", "相手" + i));
            fields.Add(new($"Favourites[{i}].Number", $"06-6123-45{i:00}"));
        }

        (await browser.PostAsync(Address(Main, "click-to-dial"), fields)).ShouldBeRefused().ShouldShow("30件まで");
        fields.RemoveRange(fields.Count - 2, 2);
        (await browser.PostAsync(Address(Main, "click-to-dial"), fields)).ShouldRedirectTo(Address(Main));
        (await browser.GetAsync(Address(Main))).Texts("tbody th").Count.ShouldBe(30);
    }

    private static async Task<PortalForm> FormAsync(PortalBrowser browser) =>
        (await browser.GetAsync(Address(Main, "click-to-dial"))).ShouldBeOk().Form();

    private static async Task<PortalPage> WithFavouriteAsync(PortalBrowser browser)
    {
        var form = (await FormAsync(browser)).Check("On").Fill("Favourites[0].Name", "母").Fill("Favourites[0].Number", Target);
        return await (await SaveAsync(form)).FollowAsync();
    }
}
