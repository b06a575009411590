using System.Net;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.AuthenticationUnits;

public sealed class ChangingTheUnit : IAsyncLifetime
{
    private const string Tenant = HomeLine.Tenant;
    private const string Unit = "/t/homephone/account/auth-unit";
    private const string Customer = "4900000001";
    private const string Main = "0666660001";
    private const string Second = "0666660002";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static TheoryData<AuthenticationUnit, AuthenticationUnit> Changes()
    {
        var units = Enum.GetValues<AuthenticationUnit>();
        return new(units.SelectMany(from => units.Where(to => to != from).Select(to => (from, to))));
    }

    /// <summary>Every change, with every way in which a password that it asks can be wrong.</summary>
    public static TheoryData<AuthenticationUnit, AuthenticationUnit, string> Refusals()
    {
        string[] states = ["wrong", "empty", "another's", "locked", "no password"];
        var units = Enum.GetValues<AuthenticationUnit>();
        return new(units.SelectMany(from => units.Where(to => to != from).SelectMany(to => states.Select(state => (from, to, state)))));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task UNIT_1_UNIT_2_UNIT_3_UNIT_4_EachOfTheSixChanges(AuthenticationUnit from, AuthenticationUnit to)
    {
        await AddAsync(from);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, SignedIn(from), PasswordOf(SignedIn(from)));
        var others = new List<PortalBrowser>();
        foreach (var number in SigningIn(from).Where(number => number != SignedIn(from)))
        {
            others.Add(app.CreateBrowser());
            await others[^1].SignInAsync(Tenant, number, PasswordOf(number));
        }

        var page = await (await FilledAsync(browser, from, to)).SubmitAsync();
        string[] leaving = from == AuthenticationUnit.ManagerAndUsers ? [Customer] : [];
        page.ShouldBeOk().Texts("tbody th").ShouldBe(["認証単位", .. leaving, "06-6666-0001", "06-6666-0002"]);
        page.Text.Contains("ログインできなくなります", StringComparison.Ordinal).ShouldBe(leaving.Length > 0);
        page.Text.Contains("自動的にログアウトします", StringComparison.Ordinal).ShouldBe(!SigningIn(to).Contains(SignedIn(from)));
        page.Texts("tbody tr:last-child td").ShouldBe([Reached(from), Reached(to)]);
        var done = await page.Form("main form").SubmitAsync();

        var stays = SigningIn(to).Contains(SignedIn(from));
        done.ShouldRedirectTo(stays ? Unit + "/done" : "/t/homephone/login");
        var told = await done.FollowAsync();
        foreach (var number in new[] { Main, Second, Customer })
        {
            var signsIn = SigningIn(to).Contains(number);
            var answer = await app.CreateBrowser().TrySignInAsync(Tenant, number, PasswordOf(SignedIn(from)));
            answer.Status.ShouldBe(signsIn ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, number);
            told.Text.Contains(Web.Http.Languages.TelephoneDisplay.National(number), StringComparison.Ordinal).ShouldBe(signsIn, number);
        }

        foreach (var other in others)
        {
            (await other.GetAsync("/t/homephone/home")).ShouldBe(HttpStatusCode.Found);
        }

        (await app.World.Contracts.ReadAsync(row => row.Number == Customer, row => row.AuthenticationUnit)).ShouldBe(to);
        (await app.World.Audit.CountAsync("authentication-unit-changed")).ShouldBe(SigningIn(from).Union(SigningIn(to)).Count());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task UNIT_1_UNIT_3_OnePasswordThatIsNotRight_ChangesNothing_AndIsNamed(AuthenticationUnit from, AuthenticationUnit to,
        string state)
    {
        var ids = await AddAsync(from);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, SignedIn(from), PasswordOf(SignedIn(from)));
        var number = Asked(from)[^1];
        var form = await FilledAsync(browser, from, to);
        var field = $"Passwords[{Asked(from).Count - 1}]";
        switch (state)
        {
            case "wrong":
                form.Fill(field, "Falsch2468");
                break;
            case "empty":
                form.Fill(field, "");
                break;
            case "another's":
                form.Fill(field, PasswordOf("another"));
                break;
            case "locked":
                await app.World.Locks.VoidAsync(ids[number]);
                break;
            default:
                await app.World.Accounts.ChangeAsync(user => user.Id == ids[number], user => user.PasswordHash, null);
                break;
        }

        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow(Web.Http.Languages.TelephoneDisplay.National(number) + " のパスワード");

        (await app.World.Contracts.ReadAsync(row => row.Number == Customer, row => row.AuthenticationUnit)).ShouldBe(from);
        // Where another number has no password yet nothing is tried at all.
        var tried = state switch
        {
            "empty" => 0,
            "no password" when number != SignedIn(from) => 0,
            _ => 1,
        };
        (await app.World.Audit.CountAsync("authentication-unit-change-failed", ids[number])).ShouldBe(tried);
        (await app.World.Audit.CountAsync("authentication-unit-change-failed")).ShouldBe(tried);
    }

    [Fact]
    public async Task UNIT_1_ANumberWithAnUnusedTemporaryPasswordAlone_IsToldToSetAPasswordFirst()
    {
        var ids = await AddAsync(AuthenticationUnit.Number);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, Second, PasswordOf(Second));
        var opened = await FilledAsync(browser, AuthenticationUnit.Number, AuthenticationUnit.Line);
        await app.World.Accounts.ChangeAsync(user => user.Id == ids[Main], user => user.PasswordHash, null);

        var page = (await browser.GetAsync(Unit)).ShouldBeOk();

        page.ShouldShow("06-6666-0001 のパスワードがまだ設定されていません").ShouldShow("仮パスワードを使って 06-6666-0001 でログイン");
        page.Document.QuerySelector("main form").ShouldBeNull();
        (await page.ClickAsync("仮パスワードを電話で設定する方法")).ShouldBeOk();
        (await opened.SubmitAsync()).ShouldBeRefused().ShouldShow("仮パスワードを使って 06-6666-0001 でログイン");
        (await browser.GetAsync(Unit + "?culture=en")).ShouldShow("First sign in with 06-6666-0001 and its temporary password");
        (await app.World.Contracts.ReadAsync(row => row.Number == Customer, row => row.AuthenticationUnit))
            .ShouldBe(AuthenticationUnit.Number);
    }

    [Fact]
    public async Task UNIT_1_GuessingAtANumberHere_LocksItAsAtSignIn()
    {
        await AddAsync(AuthenticationUnit.Number);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, Main, PasswordOf(Main));
        for (var i = 0; i < 10; i++)
        {
            var form = await FilledAsync(browser, AuthenticationUnit.Number, AuthenticationUnit.Line);
            (await form.Fill("Passwords[1]", $"Falsch{i}246").SubmitAsync()).ShouldBeRefused().ShouldNotShow("06-6666-0001 のパスワードが");
        }

        (await app.CreateBrowser().TrySignInAsync(Tenant, Second, PasswordOf(Second))).ShouldBeRefused();
        (await app.CreateBrowser().SignInAsync(Tenant, Main, PasswordOf(Main))).ShouldBeOk();
    }

    [Fact]
    public async Task UNIT_4_WhatChangedBeforeTheConfirmation_UndoesIt()
    {
        var ids = await AddAsync(AuthenticationUnit.Number);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, Main, PasswordOf(Main));
        var confirm = await (await FilledAsync(browser, AuthenticationUnit.Number, AuthenticationUnit.Line)).SubmitAsync();
        await app.World.Accounts.ChangeAsync(user => user.Id == ids[Second], user => user.PasswordHash, null);

        (await confirm.Form("main form").SubmitAsync()).ShouldRedirectTo(Unit);
        (await browser.GetAsync(Unit)).ShouldBeOk().ShouldShow("06-6666-0002 のパスワードがまだ設定されていません");
        (await confirm.Form("main form").Forge("token", "forged").SubmitAsync()).ShouldRedirectTo(Unit);

        (await app.World.Contracts.ReadAsync(row => row.Number == Customer, row => row.AuthenticationUnit))
            .ShouldBe(AuthenticationUnit.Number);
    }

    [Fact]
    public async Task UNIT_3_AUserOfAManagedNumber_ChangesNothing()
    {
        await AddAsync(AuthenticationUnit.ManagerAndUsers);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, Second, PasswordOf(Second));

        var page = (await browser.GetAsync(Unit)).ShouldBeOk().ShouldShow("お客さま番号でログインして変更します");

        page.Document.QuerySelector("main form").ShouldBeNull();
    }

    [Theory]
    [InlineData(AuthenticationUnit.Line, Main, true)]
    [InlineData(AuthenticationUnit.Number, Second, true)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Customer, true)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Main, false)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Second, false)]
    public async Task UNIT_3_LINE_4_SAFE_4_MenuAndHome_OfferTheChangeToWhoMayMakeIt(AuthenticationUnit unit, string signedIn,
        bool isOffered)
    {
        await AddAsync(unit);
        var browser = app.CreateBrowser();

        var home = await browser.SignInAsync(Tenant, signedIn, PasswordOf(signedIn));

        home.ShouldBeOk().Has("nav a[href$='/account/auth-unit']").ShouldBe(isOffered);
        home.Has("main a[href$='/account/auth-unit']").ShouldBe(isOffered);
        home.Has("nav a[href$='/account/password']").ShouldBeTrue();
        (await browser.GetAsync(Unit)).ShouldBeOk();
    }

    /// <summary>Each that signed in by the old unit, or does by the new one, as far as it has an address.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task UNIT_2_EveryAddressOfTheContract_IsToldTheNumbersThatSignInFromNowOn(AuthenticationUnit from, AuthenticationUnit to)
    {
        await AddAsync(from);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, SignedIn(from), PasswordOf(SignedIn(from)));
        var page = await (await FilledAsync(browser, from, to)).SubmitAsync();
        await page.Form("main form").SubmitAsync();

        foreach (var number in SigningIn(from))
        {
            var mails = await app.MailsAsync($"{number}@example.jp");
            var mail = mails.Single(mail => mail.Subject.Contains("認証単位", StringComparison.Ordinal));
            mail.Text.ShouldContain("これからは、次の番号でログインしてください");
            foreach (var one in new[] { Main, Second, Customer })
            {
                mail.Text.Contains(Web.Http.Languages.TelephoneDisplay.National(one), StringComparison.Ordinal)
                    .ShouldBe(SigningIn(to).Contains(one), one);
            }

            var hasLeft = mail.Text.Contains("上の番号では、ログインできなくなりました", StringComparison.Ordinal);
            hasLeft.ShouldBe(!SigningIn(to).Contains(number));
            mails.ShouldAllBe(each => !each.Subject.Contains("削除しました"));
        }
    }

    private Task<IReadOnlyDictionary<string, Guid>> AddAsync(AuthenticationUnit unit) => new HomeLine(Customer, unit, Main, Second)
    {
        As = account => account with { Password = PasswordOf(account.LoginId), Email = account.LoginId + "@example.jp" },
    }.AddToAsync(app);

    private static async Task<PortalForm> FilledAsync(PortalBrowser browser, AuthenticationUnit from, AuthenticationUnit to)
    {
        var form = (await browser.GetAsync(Unit)).ShouldBeOk().Form("main form").Choose("To", to.ToString());
        var asked = Asked(from);
        for (var i = 0; i < asked.Count; i++)
        {
            form.Fill($"Passwords[{i}]", PasswordOf(asked[i]));
        }

        return form;
    }

    private static string PasswordOf(string number) => "Denwa" + number[^3..] + "x";

    private static string SignedIn(AuthenticationUnit unit) => unit == AuthenticationUnit.ManagerAndUsers ? Customer : Main;

    private static IReadOnlyList<string> Asked(AuthenticationUnit unit) =>
        unit == AuthenticationUnit.Number ? [Main, Second] : [SignedIn(unit)];

    private static IReadOnlyList<string> SigningIn(AuthenticationUnit unit) => unit switch
    {
        AuthenticationUnit.Line => [Main],
        AuthenticationUnit.Number => [Main, Second],
        _ => [Customer, Main, Second],
    };

    /// <summary>How the second number is reached.</summary>
    private static string Reached(AuthenticationUnit unit) => unit switch
    {
        AuthenticationUnit.Line => "06-6666-0001",
        AuthenticationUnit.Number => "06-6666-0002",
        _ => "06-6666-0002 / 4900000001",
    };
}
