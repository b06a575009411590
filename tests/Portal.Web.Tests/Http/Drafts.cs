using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql.Migrations;
using Portal.Web.Forms;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Http;

/// <summary>What outlives the end of a session, and what never does (SAFE-3).</summary>
public sealed partial class Drafts : HttpTest
{
    private const string Session = "__Secure-portal";
    private const string Probe = Alpha + "/probe";
    private const int MostPages = 70;
    private const string Walker = "walker@portal.example.jp";
    private const string Canary = "CANARYnew12345";

    /// <summary>Names that stand on no page but would be secrets all the same.</summary>
    private static readonly string[] AlsoSecret = ["Keyword", "KeywordAgain", "SealedKeyword", "SheetToken", "Pin",
        "__RequestVerificationToken", "__form", "Password[0]", "Own.Password", "Form.Password"];

    [Fact]
    public async Task LOGIN_7_SAFE_3_WhatWasTypedComesBackAfterSigningInAgain_ButNeverThePassword()
    {
        var browser = await SignedInAsync();
        var page = await browser.GetAsync(Alpha + "/probe");
        App.Time.Advance(TimeSpan.FromMinutes(31));

        var answer =
            await PostFromAsync(browser, page.Form().Fill("Name", "half typed").Fill("Password", "s3cret-typed"), Alpha + "/probe");
        answer.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe&ended=idle");
        var back = await (await browser.TrySignInAsync("alpha", Id, query: "?returnUrl=%2Ft%2Falpha%2Fprobe")).FollowAsync();

        back.Find("input[name=Name]").GetAttribute("value").ShouldBe("half typed");
        back.ShouldShow("ログアウト前に入力した内容").ShouldNotShow("s3cret-typed");
        (await browser.GetAsync(Alpha + "/probe")).Find("input[name=Name]").GetAttribute("value").ShouldBe("");
        (await HoldersAsync("half typed")).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_3_ADraftIsForNobodyElse_AndNotForLong()
    {
        await new Account("alpha", "other001").AddToAsync(App);
        var browser = await SignedInAsync();
        var page = await browser.GetAsync(Alpha + "/probe");
        App.Time.Advance(TimeSpan.FromMinutes(31));
        await PostFromAsync(browser, page.Form().Fill("Name", "half typed"), Alpha + "/probe");
        var stolen = App.CreateBrowser();
        stolen.Cookies.Plant("__Secure-draft", browser.Cookies["__Secure-draft"]!, Alpha);
        await stolen.SignInAsync("alpha", "other001");
        (await stolen.GetAsync(Alpha + "/probe")).ShouldNotShow("half typed");

        App.Time.Advance(TimeSpan.FromMinutes(61));
        await browser.SignInAsync("alpha", Id);
        (await browser.GetAsync(Alpha + "/probe")).ShouldNotShow("half typed");
    }

    [Theory]
    [InlineData("/account/password", "idle")]
    [InlineData("/account/password", "signed-out")]
    [InlineData("/account/password", "too-many")]
    [InlineData("/account/password", "credentials-changed")]
    [InlineData("/password/required", "idle")]
    [InlineData("/probe", "idle")]
    [Trait("Review", "S1")]
    public async Task AU_05_SAFE_3_ASessionThatEndsOnThePasswordPage_LeavesNoPasswordInTheDatabase(string page, string how)
    {
        var browser = await SignedInAsync();
        var token = (await browser.GetAsync(Probe)).Form().Fields.First(field => field.Name == "__RequestVerificationToken");
        await EndAsync(how);

        await SendAsync(browser, page,
            [token, ("Current", Account.UsualPassword), ("New", Canary), ("Again", Canary), ("Password", Canary), ("Name", "typed")],
            Alpha + page);

        (await ReadAllAsync())
            .ShouldNotContain(draft => draft.Contains(Canary, StringComparison.Ordinal)
                || draft.Contains(Account.UsualPassword, StringComparison.Ordinal));
        (await CountAsync()).ShouldBe(page == "/probe" ? 1 : 0);
    }

    /// <summary>
    /// Walks through the portals as everybody and looks at each field that hides what is typed, or takes a code.
    /// </summary>
    [Fact]
    [Trait("Review", "S1")]
    public async Task SAFE_3_NoFieldThatIsRenderedAsASecret_MayLieInADraft()
    {
        await using var app = await PortalApp.CreateAsync();
        var secrets = new HashSet<string>(await RenderedSecretsAsync(app));
        secrets.IsSupersetOf(["Current", "New", "Again", "Password", "Keyword", "KeywordAgain"]).ShouldBeTrue(string.Join(' ', secrets));
        secrets.UnionWith(WrittenSecrets());
        secrets.IsSupersetOf(["PasswordAgain", "Code"]).ShouldBeTrue(string.Join(' ', secrets));

        KeepingEndpoints(app).ShouldNotBeEmpty();
        foreach (var (route, mayKeep) in KeepingEndpoints(app))
        {
            secrets.Concat(AlsoSecret)
                .Where(name => mayKeep(name) || mayKeep("Form." + name) || mayKeep("form." + name) || mayKeep(name.ToUpperInvariant()))
                .ShouldBe([], route);
        }
    }

    [Fact]
    [Trait("Review", "S1")]
    public void SAFE_3_TheFormsThatPeopleFillInLong_AreKept()
    {
        var kept = KeepingEndpoints(App).ToDictionary(each => each.Route, each => each.MayKeep);

        kept["account/profile/edit"]("Biography").ShouldBeTrue();
        kept["account/profile/edit"]("Version").ShouldBeTrue("or a change made meanwhile would be lost (SAFE-1)");
        kept["account/preferences"]("TimeZone").ShouldBeTrue();
        kept["operators/new"]("FamilyName").ShouldBeTrue();
        kept["operators/{id:guid}/edit"]("Department").ShouldBeTrue();
        kept["operators/{id:guid}/permissions"]("Permissions").ShouldBeTrue();
        kept["users/{site}/{id:guid}/disable"]("Form.Reason").ShouldBeTrue();
    }

    [Fact]
    [Trait("Review", "S9")]
    public async Task RX_03_SAFE_3_HoweverOftenADeadSessionSendsAForm_ItIsOneRow()
    {
        var browser = await SignedInAsync();
        var form = await FieldsAsync(browser);
        App.Time.Advance(TimeSpan.FromMinutes(31));
        var cookies = browser.Cookies.All.ToList();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var sender = App.CreateBrowser();
            foreach (var cookie in cookies)
            {
                sender.Cookies.Plant(cookie.Name.ToString(), cookie.Value.ToString(), Alpha);
            }

            (await SendAsync(sender, "/probe", [.. form, ("Name", "flood " + i)], $"{Alpha}/account/{i}?page={i}"))
                .ShouldBe(HttpStatusCode.SeeOther);
        });

        (await CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(60_000, 1)]
    [InlineData(65_530, 0)]
    [Trait("Review", "S9")]
    public async Task RX_03_SAFE_3_ADraftHasA64thOfAMegabyteAtMost(int letters, int rows)
    {
        var browser = await SignedInAsync();
        var form = await FieldsAsync(browser);
        App.Time.Advance(TimeSpan.FromMinutes(31));

        await SendAsync(browser, "/probe", [.. form, ("Name", new string('x', letters))], Probe);

        (await CountAsync()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("idle", 1)]
    [InlineData("an-hour-ago", 1)]
    [InlineData("absolute", 1)]
    [InlineData("too-many", 1)]
    [InlineData("credentials-changed", 1)]
    [InlineData("signed-out", 0)]
    [InlineData("ended-by-user", 0)]
    [InlineData("ended-by-manager", 0)]
    [InlineData("ended-by-staff", 0)]
    [InlineData("completed", 0)]
    [InlineData("disabled", 0)]
    [InlineData("long-ago", 0)]
    [Trait("Review", "S9")]
    public async Task SAFE_3_OnlyAnEndThatNobodyChose_AndOnlySoonAfterIt_LeavesADraft(string how, int rows)
    {
        var browser = await SignedInAsync();
        var form = await FieldsAsync(browser);
        await EndAsync(how);

        await SendAsync(browser, "/probe", [.. form, ("Name", "typed")], Probe);

        (await CountAsync()).ShouldBe(rows);
    }

    [Fact]
    [Trait("Review", "S9")]
    public async Task WB_01_SAFE_3_WithoutTheTokenOfThatVerySession_NothingIsKept()
    {
        var browser = await SignedInAsync();
        await FieldsAsync(browser);
        var other = await SignedInAsync();
        var (theirs, theirCookie) = (await FieldsAsync(other), other.Cookies["__Secure-antiforgery"]!);
        App.Time.Advance(TimeSpan.FromMinutes(31));

        await SendAsync(browser, "/probe", [("Name", "typed")], Probe);
        await SendAsync(browser, "/probe", [.. theirs, ("Name", "typed")], Probe);
        browser.Cookies.Plant("__Secure-antiforgery", theirCookie, Alpha);
        await SendAsync(browser, "/probe", [.. theirs, ("Name", "typed")], Probe);
        var anonymous = App.CreateBrowser();
        var token = (await anonymous.GetAsync(Alpha + "/probe/open")).Form().Fields;
        anonymous.Cookies.Plant(Session, browser.Cookies[Session] ?? "", Alpha);
        await SendAsync(anonymous, "/probe", [.. token, ("Name", "typed")], Probe);

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "S9")]
    public async Task WB_01_MFA_6_AFormForgedForAStaleProof_IsNotKeptEither()
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        await SendAsync(browser, "/probe/fresh", [("Name", "forged")], Probe);

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "S1")]
    public async Task AU_05_WhatWasKeptBefore_IsGoneWithTheNextStart()
    {
        foreach (var tenant in new[] { "alpha", "beta" })
        {
            await App.QueryAsync(tenant, async db =>
            {
                db.FormDrafts.Add(new FormDraft
                {
                    Id = Guid.CreateVersion7(),
                    TokenHash = [1],
                    UserId = UserId,
                    Path = "/x",
                    ProtectedFields = [1],
                    ExpiresAt = App.Time.GetUtcNow().AddHours(1)
                });
                return await db.SaveChangesAsync();
            });
        }

        // As the owner does it, for whom the wall between tenants stands as well.
        await using var owner = NpgsqlDataSource.Create(App.Database.OwnerConnectionString);
        foreach (var statement in new DraftsAnew().UpOperations.OfType<SqlOperation>())
        {
            await using var command = owner.CreateCommand(statement.Sql);
            await command.ExecuteNonQueryAsync();
        }

        (await CountAsync()).ShouldBe(0);
    }

    private static IEnumerable<(string Route, Func<string, bool> MayKeep)> KeepingEndpoints(PortalApp app)
    {
        var shapes = app.Services.GetRequiredService<FieldShapes>();
        return app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<KeepsDraftAttribute>() is not null)
            .Select(endpoint => (endpoint.RoutePattern.RawText!, new Func<string, bool>(
                name => shapes.MayLieInDraft(endpoint.Metadata.GetMetadata<ActionDescriptor>()!, name))));
    }

    private static async Task<IEnumerable<string>> RenderedSecretsAsync(PortalApp app)
    {
        var secrets = new List<string>();
        foreach (var (tenant, manager, other) in new[] { ("control", "N0008001", "N0008002"), ("security", "walker.one", "walker.two") })
        {
            await app.ChangeProfileAsync(tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
            await new Account(tenant, manager) { IsManager = true, Email = Walker }.AddToAsync(app);
            await new Account(tenant, other).AddToAsync(app);
            var browser = app.CreateBrowser();
            await browser.SignInAsync(tenant, manager);
            secrets.AddRange(await WalkAsync(browser, SignIns.PathOf(tenant)));
            secrets.AddRange(await WalkAsync(app.CreateBrowser(), SignIns.PathOf(tenant)));
        }

        return secrets;
    }

    private static async Task<IEnumerable<string>> WalkAsync(PortalBrowser browser, string portal)
    {
        var (secrets, seen, next) = (new List<string>(), new HashSet<string>(), new Queue<string>([portal + "/home", portal + "/login"]));
        while (next.TryDequeue(out var path))
        {
            if (!seen.Add(Digits().Replace(path.Split('?', '#')[0], "*")) || seen.Count > MostPages)
            {
                continue;
            }

            var page = await browser.GetAsync(path);
            if (!page.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal))
            {
                if (page.Location is { } location)
                {
                    next.Enqueue(location);
                }

                continue;
            }

            secrets.AddRange(SecretsOf(page));
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)
                .Where(link => link.StartsWith(portal + "/", StringComparison.Ordinal)))
            {
                next.Enqueue(link);
            }
        }

        return secrets;
    }

    private static IEnumerable<string> SecretsOf(PortalPage page) =>
        page.Document.QuerySelectorAll("input[type=password], input[autocomplete~=one-time-code]")
            .Select(input => input.GetAttribute("name")!);

    /// <summary>
    /// The same by reading the views: pages that no link leads to, or only in the midst of signing in.
    /// </summary>
    private static IEnumerable<string> WrittenSecrets() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Portal.Web", "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Dev", StringComparison.Ordinal))
            .SelectMany(file => SecretTag().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

    private async Task EndAsync(string how)
    {
        switch (how)
        {
            case "idle":
                App.Time.Advance(TimeSpan.FromMinutes(31));
                break;
            case "an-hour-ago":
                App.Time.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromMinutes(59));
                break;
            case "long-ago":
                App.Time.Advance(TimeSpan.FromMinutes(30) + DraftKeeper.AfterTheEnd + TimeSpan.FromSeconds(1));
                break;
            case "disabled":
                App.Time.Advance(TimeSpan.FromMinutes(31));
                await App.World.Sessions.EndAllAsync("too-many", new DateTimeOffset(2026, 5, 13, 1, 0, 30, TimeSpan.Zero));
                await App.World.Accounts.ChangeAllAsync(user => user.DisabledAt, new DateTimeOffset(2026, 5, 13, 1, 0, 30, TimeSpan.Zero));
                break;
            default:
                var now = App.Time.GetUtcNow();
                await App.World.Sessions.EndAllAsync(how, now);
                break;
        }
    }

    private async Task<IReadOnlyList<string>> ReadAllAsync()
    {
        var protector = App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.Draft");
        var rows = await App.QueryAsync("alpha", db => db.FormDrafts.Select(row => row.ProtectedFields).ToListAsync());
        return [.. rows.Select(row => Encoding.UTF8.GetString(protector.Unprotect(row)))];
    }

    private Task<long> CountAsync() => App.World.Drafts.CountAsync();

    private static async Task<IReadOnlyList<(string Name, string Value)>> FieldsAsync(PortalBrowser browser) =>
        [.. (await browser.GetAsync(Probe)).Form().Fields.Where(field => field.Name.StartsWith("__", StringComparison.Ordinal))];

    private static Task<PortalPage> PostFromAsync(PortalBrowser browser, PortalForm form, string page) =>
        SendAsync(browser, "/probe", form.Fields, page);

    private static Task<PortalPage> SendAsync(PortalBrowser browser, string path, IEnumerable<(string Name, string Value)> fields,
        string page)
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            Alpha + path)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, page);
        return browser.SendAsync(request);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Digits();

    [GeneratedRegex("""<(?:p-password|p-otp)[^>]*asp-for="(?<name>\w+)"|<p-field[^>]*asp-for="(?<name>\w+)"[^>]*one-time-code""")]
    private static partial Regex SecretTag();
}
