using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Mail;

/// <summary>A tenant for tests about mail: what matters here is said here.</summary>
internal static class MailTenant
{
    public const string Slug = "mailtest";

    public static TenantProfile Profile { get; } = new()
    {
        Slug = Slug,
        Name = new LocalText("試験ポータル", "Test portal"),
        Purpose = new LocalText("試験", "Tests"),
        Mail = new MailProfile(new LocalText("試験ポータル", "Test portal"), "no-reply@portal.example.jp"),
        Contact = [new ContactLine(new LocalText("電話", "Telephone"), new LocalText("0120-000-000"))],
        Doors = [new DoorProfile("main", "", new LocalText("ログイン", "Sign in"),
            new IdentifierProfile(IdentifierKind.LoginId, new LocalText("ログインID", "Login ID")))],
        Password = new PasswordProfile(8, 64, PasswordCharacters.Any),
        Lockout = new LockoutProfile(5, LockoutEnds.Timed, 20, ReleasedBy: ["temporaryPassword", "manager", "staff"]),
        TemporaryPassword = new TemporaryPasswordProfile(24, 3, ByMail: true, ByManager: true, ByStaff: true),
        Session = new SessionProfile(30, 12),
        Features = [],
    };

    public static async Task<Guid> AddAsync(PortalApp app, Func<TenantProfile, TenantProfile>? change = null, bool suspended = false)
    {
        var profile = change is null ? Profile : change(Profile);
        return await app.WithServicesAsync(async services =>
        {
            var (db, catalog) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<TenantCatalog>());
            var row = new Tenant
            {
                Id = Guid.CreateVersion7(),
                Slug = profile.Slug,
                Profile = ProfileJson.Write(profile),
                Status = suspended ? TenantStatus.Suspended : TenantStatus.Active
            };
            db.Tenants.Add(row);
            await db.SaveChangesAsync();
            catalog.Invalidate();
            return row.Id;
        });
    }

    /// <summary>A reader without database.</summary>
    public static MailContext Reader(string language = "ja", string timeZone = "Asia/Tokyo", TenantProfile? profile = null) =>
        new(new PortalTenant(Guid.CreateVersion7(), false, 1, profile ?? Profile), Links(), language, NamedZone.Of(timeZone),
            new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));

    public static TenantLinks Links(string baseUrl = "https://portal.example.jp") =>
        new(Options.Create(new SiteOptions { BaseUrl = new Uri(baseUrl) }));
}
