using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>The staff's log as histories are told: by days, repeats once, failures apart from the rest.</summary>
public sealed class TellingTheLogAsAStory : StaffTest
{
    private static readonly string[] Days = ["2026年5月12日（火）", "2026年5月11日（月）"];

    [Fact]
    public async Task FACE_6_ADMIN_7_TheLogIsGroupedByTheReadersDay()
    {
        // 23:30 and 0:30 in Japan are one day in UTC.
        await RecordAsync(AuditKinds.UserChanged, "N0009001", new DateTimeOffset(2026, 5, 11, 14, 30, 0, TimeSpan.Zero));
        await RecordAsync(AuditKinds.UserChanged, "N0009001", new DateTimeOffset(2026, 5, 11, 15, 30, 5, TimeSpan.Zero));

        var page = (await (await AdministratorAsync()).GetAsync("/admin/audit?kind=user-changed")).ShouldBeOk();

        page.Texts("main h2.p-day__title").ShouldBe(Days);
        page.Texts("main .p-audit__when time").ShouldBe(["00:30:05", "23:30:00"]);
    }

    [Fact]
    public async Task FACE_6_ADMIN_7_RepeatsAreOneEntryThatOpens_EachWithItsOwnPage()
    {
        for (var i = 0; i < 4; i++)
        {
            await RecordAsync(AuditKinds.SignInFailed, "N0009001", App.Time.GetUtcNow().AddMinutes(i - 30), "198.51.100.23");
        }

        await RecordAsync(AuditKinds.SignInFailed, "N0009001", App.Time.GetUtcNow().AddMinutes(-20), "198.51.100.24");
        var administrator = await AdministratorAsync();

        var page = (await administrator.GetAsync("/admin/audit?kind=sign-in-failed")).ShouldBeOk();

        page.Texts("main .p-day > ol > li").Count.ShouldBe(2);
        page.Texts("details.p-audit__run:not([open]) > summary").ShouldHaveSingleItem().ShouldContain("4回");
        page.Texts("details.p-audit__run > summary").ShouldHaveSingleItem().ShouldContain("09:30:00–09:33:00");
        page.Texts("details.p-audit__run .p-audit__what a").Count.ShouldBe(4);
        (await page.ClickAsync("details.p-audit__run .p-audit__what a")).ShouldBeOk().ShouldShow("sign-in-failed");
        (await administrator.GetAsync("/admin/audit?kind=sign-in-failed&culture=en")).ShouldBeOk().ShouldShow("4 times");
    }

    [Theory]
    [InlineData(AuditKinds.SignInFailed, "error")]
    [InlineData(AuditKinds.Locked, "orange")]
    [InlineData(AuditKinds.Released, "success")]
    [InlineData(AuditKinds.UserChanged, "neutral")]
    [InlineData(AuditKinds.RateLimited, "neutral")]
    public async Task FACE_6_ADMIN_7_FailuresAndLockoutsAreToldFromTheRest(string kind, string tone)
    {
        await RecordAsync(kind, "N0009001");

        var page = (await (await AdministratorAsync()).GetAsync($"/admin/audit?kind={kind}")).ShouldBeOk();

        page.Find(".p-audit__what .p-log__event").GetAttribute("data-tone").ShouldBe(tone);
        page.Has(".p-audit__what .p-log__event svg[aria-hidden=true]").ShouldBeTrue();
    }

    [Theory]
    [InlineData("ja", "ケース", "ケースの作成", "ログインとログアウト", "監視と運用")]
    [InlineData("en", "Cases", "Case opened", "Sign-in and sign-out", "Watching and operation")]
    public async Task ADMIN_7_FACE_5_KindsAreOfferedByArea_InTheOrderOfTheReadersWords(string language, string area, string kind,
        string group, string others)
    {
        var page = (await (await AdministratorAsync()).GetAsync($"/admin/audit?kind=case-opened&culture={language}")).ShouldBeOk();

        var areas = page.Document.QuerySelectorAll("select[name=kind] optgroup").ToList();
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(language), CompareOptions.None);
        var names = areas.Skip(1).Select(each => each.GetAttribute("label")!).ToList();
        names.ShouldBe(names.Order(order));
        names.ShouldBeUnique();
        new[] { group, others }.Except(names).ShouldBeEmpty();
        foreach (var words in areas.Skip(1).Select(each => each.QuerySelectorAll("option").Select(option => option.TextContent).ToList()))
        {
            words.ShouldBe(words.Order(order));
        }

        areas.Single(each => each.GetAttribute("label") == area).QuerySelectorAll("option").Select(option => option.TextContent)
            .ShouldContain(kind);
        page.Find("select[name=kind] option[selected]").GetAttribute("value").ShouldBe("case-opened");
        var all = App.Services.GetRequiredService<EventKinds>().All.Select(each => each.Name);
        areas.Skip(1).SelectMany(each => each.QuerySelectorAll("option")).Select(option => option.GetAttribute("value")!)
            .ShouldBe(all, ignoreOrder: true);
    }

    private Task RecordAsync(string kind, string subject, DateTimeOffset? at = null, string? address = null) =>
        App.InTenantAsync(Control, services =>
        {
            if (address is not null)
            {
                services.GetRequiredService<AuditActor>().Address = address;
            }

            services.GetRequiredService<AuditLog>().Record(kind, new AuditSubject(null, subject, null), occurredAt: at);
            return Task.CompletedTask;
        });
}
