using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Shared;

/// <summary>
/// Language, theme and "stay signed in" on a page that answers a
/// form: they lead back to a page, never into the void (SAFE-5).
/// </summary>
public sealed class AfterForms : IAsyncLifetime
{
    private const string Staff = "walker@portal.example.jp";
    private static readonly string[] Controls = ["form[action$='/culture']", "form[action$='/theme']", "form[action$='/session/extend']"];

    /// <summary>These end what the walk needs, and lead away.</summary>
    private static readonly string[] NotWalked = ["logout", "culture", "theme", "session/extend", "telephony/{slug}/voice"];

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("control", AccountRole.Manager)]
    [InlineData("security", AccountRole.Manager)]
    [InlineData("rental", AccountRole.Manager)]
    [InlineData("admin", AccountRole.SystemAdministrator)]
    [InlineData("control", null)]
    [InlineData("", null)]
    [Trait("Review", "F14")]
    public async Task SAFE_5_OnEveryPageThatAnswersAForm_TheControlsLeadToAPage(string tenant, AccountRole? role)
    {
        var colleague = tenant.Length == 0 ? Guid.Empty : await AddAsync(tenant, role);
        var (lost, seen) = (new List<string>(), new List<string>());
        foreach (var endpoint in Forms(tenant))
        {
            var browser = await BrowserAsync(tenant, role);
            var path = PathOf(tenant) + AddressOf(endpoint, colleague);
            foreach (var from in new[] { null, path })
            {
                var page = await SendAsync(browser, tenant, path, from);
                foreach (var control in Controls.Where(page.Has))
                {
                    seen.Add(endpoint.RoutePattern.RawText!);
                    var answer = await page.Form(control).SubmitAsync();
                    var target = answer.Location is null ? answer : await browser.GetAsync(answer.Location);
                    // A link that is over says so under its own address, before and after.
                    if ((int)target.Status is 404 or 405 && target.Status != page.Status)
                    {
                        lost.Add($"{endpoint.RoutePattern.RawText} ({(int)page.Status}) {control} → {target.Address.PathAndQuery}: "
                            + $"{(int)target.Status}");
                    }
                }
            }
        }

        lost.ShouldBeEmpty();
        seen.Distinct().Count().ShouldBeGreaterThan(role is null ? 0 : 3, string.Join(' ', seen.Distinct()));
        Expected(tenant, role).Except(seen).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Review", "F14")]
    public void SAFE_5_EveryFormBelongsToAPage()
    {
        var pages = app.Services.GetRequiredService<ReadablePages>();
        foreach (var tenant in new[] { "control", "admin", "" })
        {
            foreach (var path in Forms(tenant).Select(endpoint => AddressOf(endpoint, Guid.NewGuid())))
            {
                var page = pages.Above(path, Here(tenant));
                pages.Has(page, Here(tenant)).ShouldBeTrue(path);
                path.ShouldStartWith(page.Value!);
            }
        }

        pages.Above("/operators/import/confirm", Here("control")).Value.ShouldBe("/operators/import");
        pages.Above("/operators/not-a-guid/anything", Here("control")).Value.ShouldBe("/operators");
        pages.Above("/find", null).Value.ShouldBe("/");
    }

    /// <summary>The page that the browser names is nearer than the one above the address: it has the filter.</summary>
    [Fact]
    [Trait("Review", "F14")]
    public async Task SAFE_5_ARefusedExportLeadsBackToTheListAsItWas()
    {
        await AddAsync("control", AccountRole.Manager);
        var browser = await BrowserAsync("control", AccountRole.Manager);
        const string list = "/t/control/operators/login-history?outcome=failed";

        var page = (await SendAsync(browser, "control", "/t/control/operators/login-history/export?from=2026-02-30", list))
            .ShouldBeRefused();

        (await page.Form(Controls[0]).SubmitAsync()).ShouldRedirectTo(list);
    }

    [Fact]
    [Trait("Review", "F14")]
    public async Task SAFE_5_AfterAskingForACodeTooSoon_TheLanguageCanBeChanged()
    {
        await new Account("security", "taro.test.cs") { Email = "taro@example.jp" }.AddToAsync(app);
        var browser = app.CreateBrowser();
        var code = await (await browser.TrySignInAsync("security", "taro.test.cs")).FollowAsync();

        var page = (await code.Form("form[action$='/resend']").SubmitAsync()).ShouldBeRefused();

        (await (await page.Form(Controls[0]).SubmitAsync()).FollowAsync())
            .ShouldBeOk().Address.AbsolutePath.ShouldBe("/t/security/login/email-code");
    }

    private static string[] Expected(string tenant, AccountRole? role) => (tenant, role) switch
    {
        ("", _) => ["find"],
        ("control", null) => ["login/{door?}", "unlock"],
        ("control", _) => ["operators/new", "account/profile/edit"],
        ("admin", _) => ["users/{site}/{id:guid}/disable"],
        _ => ["account/password"],
    };

    private IEnumerable<RouteEndpoint> Forms(string tenant) =>
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
            && SiteMatcherPolicy.IsServed(endpoint.Metadata, Here(tenant)) && !NotWalked.Contains(endpoint.RoutePattern.RawText))
        .DistinctBy(endpoint => endpoint.RoutePattern.RawText).OrderBy(endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal)
            .ToList();

    private PortalTenant? Here(string tenant)
    {
        var catalog = app.Services.GetRequiredService<TenantCatalog>();
        return tenant.Length == 0 ? null : catalog.FindBySlugAsync(tenant).AsTask().GetAwaiter().GetResult();
    }

    private static string AddressOf(RouteEndpoint endpoint, Guid id) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.SelectMany(segment => segment.Parts).Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "site" } => "control",
        RoutePatternParameterPart { IsOptional: true } => "",
        _ => id.ToString(),
    })).TrimEnd('/');

    private static string PathOf(string tenant) => tenant.Length == 0 ? "" : SignIns.PathOf(tenant);

    private async Task<Guid> AddAsync(string tenant, AccountRole? role)
    {
        if (role is null)
        {
            return Guid.NewGuid();
        }

        await app.ChangeProfileAsync(tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account(tenant, IdOf(tenant, 1))
        {
            Role = role.Value,
            Contract = tenant == "admin" ? null : "C-900001",
            Email = Staff
        }.AddToAsync(app);
        return await new Account(tenant == "admin" ? "control" : tenant,
            IdOf(tenant == "admin" ? "control" : tenant, 2))
        { Email = "other@portal.example.jp" }.AddToAsync(app);
    }

    private static string IdOf(string tenant, int number) => tenant switch
    {
        "admin" => Staff,
        "rental" => $"R00800{number}",
        "security" => $"walker.no{number}",
        _ => $"N000800{number}",
    };

    /// <summary>A new one for each form: some of them end sessions.</summary>
    private async Task<PortalBrowser> BrowserAsync(string tenant, AccountRole? role)
    {
        var browser = app.CreateBrowser();
        if (role is not null)
        {
            (await browser.TrySignInAsync(tenant, IdOf(tenant, 1), email: tenant == "rental" ? Staff : null))
                .ShouldBe(HttpStatusCode.SeeOther);
        }

        return browser;
    }

    private static async Task<PortalPage> SendAsync(PortalBrowser browser, string tenant, string path, string? from)
    {
        var shown = await browser.GetAsync(PathOf(tenant) + "/privacy");
        var token = shown.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Portal", "nowhere"),
                new("Name", new string('x', 500)), new("FamilyName", new string('x', 500))]),
        };
        if (from is not null)
        {
            request.Headers.Referrer = new Uri(PortalApp.BaseAddress, from);
        }

        return await browser.SendAsync(request);
    }
}
