using Portal.Rules.Delegation;
using Portal.Rules.OptionServices;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Domain.OptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Web.Tests.Features.OptionServices;

/// <summary>By unit and role; what is not one's own does not exist.</summary>
public sealed class WhoSetsWhat : IAsyncLifetime
{
    private const string Customer = "4900000001";
    private const string Main = "0666660001";
    private const string Second = "0666660002";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(AuthenticationUnit.Line, Main, Main, Second)]
    [InlineData(AuthenticationUnit.Number, Main, Main)]
    [InlineData(AuthenticationUnit.Number, Second, Second)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Customer, Main, Second)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Second, Second)]
    public async Task OPT_2_LINE_1_LINE_4_TheUnitSaysWhichNumbersOneSets(AuthenticationUnit unit, string signedIn, params string[] numbers)
    {
        await new HomeLine(Customer, unit, Main, Second).AddToAsync(app);
        await new HomeLine("4900000002", AuthenticationUnit.Line, "0677770001").AddToAsync(app);
        var browser = await SignInAsync("homephone", signedIn);

        var first = await browser.GetAsync("/t/homephone/options");

        if (numbers is [var only])
        {
            first.ShouldRedirectTo($"/t/homephone/options/{only}");
        }
        else
        {
            first.ShouldBeOk().Texts("tbody th").ShouldBe(["06-6666-0001", "06-6666-0002"]);
        }

        (await browser.GetAsync("/t/homephone/home")).ShouldBeOk().ShouldShow("オプションサービス");
        foreach (var number in new[] { Main, Second, "0677770001", "0699999999", "x" })
        {
            foreach (var page in new[] { "", "/states", "/forwarding", "/voicemail", "/anonymous-rejection", "/click-to-dial" })
            {
                var expected = numbers.Contains(number) ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotFound;
                (await browser.GetAsync($"/t/homephone/options/{number}{page}")).Status.ShouldBe(expected, number + page);
            }
        }
    }

    [Fact]
    public async Task OPT_2_AnothersNumber_IsNotSetByAForgedAddress()
    {
        await new HomeLine(Customer, AuthenticationUnit.Number, Main, Second).AddToAsync(app);
        var browser = await SignInAsync("homephone", Main);
        var form = (await browser.GetAsync($"/t/homephone/options/{Main}/forwarding")).Form();
        var fields = form.Choose("Mode", "Always").Fill("Target", "09012345678").Fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("Step", "save"));

        (await browser.PostAsync($"/t/homephone/options/{Second}/forwarding", fields)).ShouldBeNotFound();
        (await browser.PostAsync($"/t/homephone/options/{Second}/call", fields)).ShouldBeNotFound();

        (await app.World.Audit.CountAsync("option-service-saved")).ShouldBe(0);
    }

    [Fact]
    public async Task FACE_6_WhatIsSetForANumberWithoutAnAccount_IsInTheHistoryOfItsLine()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main, Second).AddToAsync(app);
        var browser = await SignInAsync("homephone", Main);
        var form = (await browser.GetAsync($"/t/homephone/options/{Second}/forwarding")).Form();
        var check = await form.Choose("Mode", "Always").Fill("Target", "09012345678").SubmitAsync();
        (await check.ShouldBeOk().Form().SubmitAsync("保存")).ShouldRedirectTo($"/t/homephone/options/{Second}");

        var page = (await browser.GetAsync("/t/homephone/account/login-history")).ShouldBeOk();

        page.ShouldShow("転送電話、利用する、090-1234-5678 に転送").Texts(".p-log__who").ShouldContain(Second);
    }

    [Fact]
    public async Task OPT_2_AnAdministratorId_SeesAllNumbersAtAGlance_AndAUserItsOwn()
    {
        await AddOfficeAsync();
        var administrator = await SignInAsync("officephone", "A0500001");

        var list = (await administrator.GetAsync("/t/officephone/options")).ShouldBeOk();

        list.Texts("tbody th").ShouldBe(["050-1111-0001", "050-1111-0002"]);
        (await administrator.GetAsync("/t/officephone/options?q=0002")).Texts("tbody th").ShouldBe(["050-1111-0002"]);
        (await administrator.GetAsync("/t/officephone/options?q=" + Uri.EscapeDataString("営業"))).Texts("tbody th")
            .ShouldBe(["050-1111-0001"]);
        (await administrator.GetAsync("/t/officephone/options?state=pending")).ShouldBeOk().ShouldShow("該当する電話番号はありません");
        (await administrator.GetAsync("/t/officephone/options?q=%00&page=99999")).Status.ShouldBeOneOf(System.Net.HttpStatusCode.OK,
            System.Net.HttpStatusCode.SeeOther, System.Net.HttpStatusCode.BadRequest);

        var user = await SignInAsync("officephone", "05011110002", "/user");
        (await user.GetAsync("/t/officephone/options")).ShouldRedirectTo("/t/officephone/options/05011110002");
        (await user.GetAsync("/t/officephone/options/05011110001")).ShouldBeNotFound();
    }

    /// <summary>Whoever sets another's number reads whose it is on every page, after a change of ID or not.</summary>
    [Fact]
    public async Task OPT_2_WhileAnothersNumberIsSet_ABarSaysWhose()
    {
        await AddOfficeAsync("営業", "総務7階");
        var administrator = await SignInAsync("officephone", "A0500001");
        var user = await SignInAsync("officephone", "05011110002", "/user");
        const string Number = "/t/officephone/options/05011110002";

        (await administrator.GetAsync("/t/officephone/options")).ShouldBeOk().Has(".p-acting").ShouldBeFalse();
        foreach (var page in new[] { "", "/forwarding", "/voicemail", "/anonymous-rejection", "/click-to-dial" })
        {
            (await administrator.GetAsync(Number + page)).ShouldBeOk().Find(".p-acting").TextContent
                .ShouldContain("総務7階（050-1111-0002）の設定を操作しています", Case.Sensitive, page);
            (await user.GetAsync(Number + page)).ShouldBeOk().Has(".p-acting").ShouldBeFalse(page);
        }

        var check = await (await administrator.GetAsync(Number + "/voicemail")).Form("main form").SubmitAsync("check");
        check.ShouldBeOk().Find(".p-acting").TextContent.ShouldContain("総務7階（050-1111-0002）");
    }

    [Theory]
    [InlineData("0501", "1 2")]
    [InlineData("050-1111-0001", "1")]
    [InlineData("０５０（１１１１）０００２", "2")]
    [InlineData("+81 50 1111 0002", "2")]
    [InlineData("0", "1 2")]
    [InlineData("0002", "2")]
    [InlineData("0110", "")]
    [InlineData("81", "")]
    [InlineData("+", "")]
    [InlineData("7", "2")]
    [InlineData("7階", "2")]
    [InlineData("1階", "")]
    [InlineData("営業", "1")]
    [InlineData("%", "")]
    public async Task OPT_2_ANumber_IsFoundAsItIsRead_AndByItsName(string typed, string found)
    {
        await AddOfficeAsync("営業", "総務7階");
        var administrator = await SignInAsync("officephone", "A0500001");

        var list = (await administrator.GetAsync("/t/officephone/options?q=" + Uri.EscapeDataString(typed))).ShouldBeOk();

        string.Join(' ', list.Texts("tbody th").Select(number => number[^1])).ShouldBe(found);
    }

    [Fact]
    public async Task OPT_2_TheTabs_KeepWhatIsSearchedFor_AndSoDoesAPageBeyondTheEnd()
    {
        await AddOfficeAsync();
        var administrator = await SignInAsync("officephone", "A0500001");
        const string Options = "/t/officephone/options";

        var list = (await administrator.GetAsync(Options + "?q=0002")).ShouldBeOk();

        var pending = (await list.ClickAsync(".p-tabs--states a[href*=pending]")).ShouldBeOk().ShouldShow("該当する電話番号はありません");
        pending.Find("input[name=q]").GetAttribute("value").ShouldBe("0002");
        (await pending.ClickAsync(".p-tabs--states a")).Texts("tbody th").ShouldBe(["050-1111-0002"]);
        (await administrator.GetAsync(Options + "?q=0002&page=9")).ShouldRedirectTo(Options + "?q=0002");
        (await administrator.GetAsync(Options + "?state=pending&page=9")).Status.ShouldBe(System.Net.HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task OPT_2_ServicesInUse_OfSeveralAccounts_AreOneQuestion()
    {
        var ids = await AddOfficeAsync();
        var user = await SignInAsync("officephone", "05011110002", "/user");
        var form = (await user.GetAsync("/t/officephone/options/05011110002/voicemail")).Form().Check("On");
        (await (await form.SubmitAsync()).Form().SubmitAsync("保存")).ShouldRedirectTo("/t/officephone/options/05011110002");

        var found = await app.InTenantAsync("officephone", services => services.GetRequiredService<OptionReading>().InUseAsync(ids));

        found.Keys.ShouldBe([ids[1]]);
        found[ids[1]].ShouldBe([OptionService.Voicemail]);
        (await user.GetAsync("/t/officephone/options/05011110002")).ShouldBeOk().ShouldShow("保存済み");
    }

    [Fact]
    public async Task OPT_2_WhereATenantHasNoOptionServices_ThereAreNone()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var browser = await SignInAsync("control", "N0009001");

        (await browser.GetAsync("/t/control/options")).ShouldBeNotFound();
        (await browser.GetAsync("/t/control/options/0666660001/forwarding")).ShouldBeNotFound();
    }

    private async Task<PortalBrowser> SignInAsync(string tenant, string id, string door = "")
    {
        var browser = app.CreateBrowser();
        if (door.Length == 0)
        {
            await browser.SignInAsync(tenant, id, Account.UsualPassword);
        }
        else
        {
            var page = await browser.GetAsync($"/t/{tenant}/login{door}");
            await page.Form().Fill("Identifier", id).Fill("Password", Account.UsualPassword).SubmitAsync();
        }

        return browser;
    }

    private async Task<IReadOnlyList<Guid>> AddOfficeAsync(string first = "営業", string second = "総務")
    {
        await new Account("officephone", "A0500001") { Contract = "05011110000", Role = AccountRole.Manager }.AddToAsync(app);
        var ids = new List<Guid>();
        foreach (var (number, name) in new[] { ("05011110001", first), ("05011110002", second) })
        {
            ids.Add(await new Account("officephone", number) { Contract = "05011110000", Door = "user" }.AddToAsync(app));
            await OfficeNumber.AddAsync(app, "05011110000", number, name, ids[^1]);
        }

        return ids;
    }
}
