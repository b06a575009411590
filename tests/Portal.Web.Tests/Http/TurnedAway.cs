using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Submissions;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Http;

/// <summary>What was tried and refused stands in the audit log as well, each with its kind (AU-02).</summary>
public sealed class TurnedAway : HttpTest
{
    [Fact]
    public async Task AU_02_AWrongPasswordIsRecorded()
    {
        (await SignIns.TrySignInAsync(App.CreateBrowser(), "alpha", Id, "Wrong1357-Tiger")).ShouldBeRefused();
        (await EventsAsync("sign-in-failed")).ShouldBe(1);
    }

    [Fact]
    public async Task AU_02_AFormWithoutItsTokenIsRecorded()
    {
        var browser = await SignedInAsync();
        (await browser.PostAsync("/t/alpha/logout", [])).ShouldBe(HttpStatusCode.BadRequest);
        (await EventsAsync("request-forged")).ShouldBe(1);
    }

    [Fact]
    public async Task AU_02_ACookieOfAnotherTenantIsRecorded()
    {
        var browser = await SignedInAsync();
        var elsewhere = App.CreateBrowser();
        elsewhere.Cookies.Plant("__Secure-portal", browser.Cookies["__Secure-portal"]!, "/t/beta");
        await elsewhere.GetAsync("/t/beta/probe");
        (await EventsAsync("cross-tenant-cookie")).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "S15")]
    public async Task AU_02_RX_03_AFloodOfAStranger_IsOneRowAMinuteAndANumber()
    {
        await FloodAsync("203.0.113.10", 100);
        await FloodAsync("203.0.113.11", 3);
        await FloodAsync("2001:db8:1:2::1", 2);
        await FloodAsync("2001:db8:1:2::ffff", 2);
        (await EventsAsync("request-forged")).ShouldBe(3, "each address is there at once");

        (await CountAsync()).ShouldBe(0, "the minute is not over");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await FloodAsync("203.0.113.10", 2);
        (await CountAsync()).ShouldBe(3);
        (await CountAsync()).ShouldBe(0);

        (await EventsAsync("request-forged")).ShouldBe(7);
        var told = await App.World.Audit.AskAsync(events => events.Where(happened => happened.Details!.Contains("\"more\""))
            .Select(happened => new { happened.Address, happened.Details }));
        told.Select(row => $"{row.Address} {JsonDocument.Parse(row.Details!).RootElement.GetProperty("more")}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(["2001:db8:1:2::/64 3", "203.0.113.10 99", "203.0.113.11 2"]);
    }

    [Fact]
    [Trait("Review", "S15")]
    public async Task SE_10_RX_03_CookiesOfAnotherTenant_AreCountedLikewise()
    {
        var browser = await SignedInAsync();
        var cookie = browser.Cookies["__Secure-portal"]!;
        for (var i = 0; i < 20; i++)
        {
            var elsewhere = App.CreateBrowser();
            elsewhere.Cookies.Plant("__Secure-portal", cookie, Beta);
            await elsewhere.GetAsync(Beta + "/probe");
        }

        (await EventsAsync("cross-tenant-cookie")).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "S15")]
    public async Task AU_02_WhoIsSignedIn_IsRecordedEachTime()
    {
        var browser = await SignedInAsync();
        for (var i = 0; i < 3; i++)
        {
            await browser.PostAsync(Alpha + "/logout", []);
        }

        (await EventsAsync("request-forged")).ShouldBe(3);
    }

    [Fact]
    [Trait("Review", "S15")]
    public async Task RX_09_AddressesWithoutEnd_AreCountedAsOne()
    {
        var tally = App.Services.GetRequiredService<RefusalTally>();
        var tenant = (await App.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("alpha"))!;

        var rows = Enumerable.Range(0, 20_000).Count(i => tally.IsFirst(tenant, "request-forged", "address " + i, App.Time.GetUtcNow()));

        rows.ShouldBe(10_001);
        tally.TakeBefore(DateTimeOffset.MaxValue).ShouldHaveSingleItem().Count.ShouldBe(9_999);
    }

    private Task<int> CountAsync() => App.Services.GetRequiredService<RefusalCounts>().RecordAsync(App.Time.GetUtcNow());

    private Task FloodAsync(string address, int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ =>
    {
        var browser = App.CreateBrowser();
        browser.Address = IPAddress.Parse(address);
        return browser.PostAsync(Alpha + "/logout", []);
    }));
}
