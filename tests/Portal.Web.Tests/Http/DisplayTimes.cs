using System.Globalization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Http;

/// <summary>PROF-2: stored in UTC, shown in the reader's zone, in the words of the reader's language.</summary>
public sealed class DisplayTimes : IDisposable
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 1, 0, 5, 0, TimeSpan.Zero);
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [InlineData("ja", TimeStyle.List, "2026/07/01 09:05")]
    [InlineData("ja", TimeStyle.Prose, "2026年7月1日（水） 9:05")]
    [InlineData("ja", TimeStyle.Date, "2026/07/01")]
    [InlineData("ja", TimeStyle.ProseDate, "2026年7月1日（水）")]
    [InlineData("en", TimeStyle.List, "1 Jul 2026, 09:05")]
    [InlineData("en", TimeStyle.Prose, "Wednesday, 1 July 2026, 09:05")]
    [InlineData("en", TimeStyle.Date, "1 Jul 2026")]
    [InlineData("en", TimeStyle.ProseDate, "Wednesday, 1 July 2026")]
    public void PROF_2_WithoutAChoice_TimesAreJapanese(string language, TimeStyle style, string expected) =>
        Format(language, style).ShouldBe(expected);

    [Theory]
    [InlineData("America/New_York", "Asia/Tokyo", "2026/06/30 20:05（America/New_York）")]
    [InlineData("Asia/Tokyo", "Europe/Berlin", "2026/07/01 09:05（日本時間）")]
    [InlineData("Asia/Tokyo", "Asia/Tokyo", "2026/07/01 09:05")]
    public void PROF_2_AZoneOtherThanThePortals_IsNamed(string own, string portal, string expected) =>
        Format("ja", TimeStyle.List, own, portal).ShouldBe(expected);

    [Fact]
    public void PROF_2_ADateAloneNamesNoZone() => Format("ja", TimeStyle.Date, "America/New_York", "Asia/Tokyo").ShouldBe("2026/06/30");

    [Fact]
    public void PROF_2_AZoneThatIsGone_FallsBackToUtc() => Format("ja", TimeStyle.Date, "Moon/Base", "Moon/Base").ShouldBe("2026/07/01");

    [Theory]
    [InlineData("Asia/Tokyo", "2026-06-30T15:00:00Z")]
    [InlineData("America/New_York", "2026-07-01T04:00:00Z")]
    public void PROF_2_ADayBeginsWhereTheReaderIs(string zone, string expected) =>
        Of(zone, null).StartOfDay(new DateOnly(2026, 7, 1)).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/New_York")]
    public void IV_08_NoDayIsTooEarlyOrTooLate(string zone)
    {
        Of(zone, null).StartOfDay(DateOnly.MinValue).Year.ShouldBeInRange(1899, 1900);
        Of(zone, null).StartOfDay(DateOnly.MaxValue).Year.ShouldBe(9999);
    }

    private static string Format(string language, TimeStyle style, string? own = null, string? portal = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Of(own, portal).Format(Moment, style);
    }

    private static DisplayTime Of(string? own, string? portal)
    {
        var (session, tenant) = (new CurrentSession(), new CurrentTenant());
        if (own is not null)
        {
            session.Enter(new SessionLookup(new Session
            {
                SidHash = [],
                SecurityStamp = "",
                User = new PortalUser { Door = "", TimeZone = own }
            }, null));
        }

        if (portal is not null)
        {
            tenant.Set(new PortalTenant(Guid.CreateVersion7(), false, 1, MailTenant.Profile with { TimeZone = portal }));
        }

        return new DisplayTime(session, tenant);
    }
}
