using System.Runtime.CompilerServices;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>Pages about the IDs of a contract, in one tenant.</summary>
public abstract class PeopleTest(string tenant) : IAsyncLifetime
{
    protected PortalApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        await AddPeopleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task AddPeopleAsync();

    protected async Task<PortalBrowser> SignedInAsync(string loginId, string password = Account.UsualPassword, string? email = null)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(tenant, loginId, password, email);
        return browser;
    }

    protected Task<Guid> IdOfAsync(string loginId) =>
        App.Database.ReadAsync<Guid>($"""SELECT "Id" FROM "Users" WHERE "UserName" = {loginId}""")!;

    protected static async Task<PortalPage> ConfirmAsync(PortalBrowser who, string page) =>
        await (await who.GetAsync(page)).ShouldBeOk().Form().SubmitAsync();

    protected Task LockAsync(Guid id, DateTimeOffset? until = null) =>
        App.Database.ExecuteAsync($"""
            UPDATE "SignInStates" SET "StrangerFailures" = 5, "StrangerLockedAt" = {App.Time.GetUtcNow()},
            "StrangerLockedUntil" = {until}, "TotalFailures" = 5 WHERE "UserId" = {id}
            """);

    protected async Task<bool> IsLockedAsync(Guid id) =>
        await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM "SignInStates" WHERE "UserId" = {id} AND "StrangerLockedAt" IS NOT NULL
            """) == 1;

    protected async Task<T?> UserAsync<T>(string column, Guid id) =>
        await App.Database.ReadAsync<T>(FormattableStringFactory.Create($"SELECT \"{column}\" FROM \"Users\" WHERE \"Id\" = {{0}}", id));

    protected Task<long> EventsAsync(string kind, Guid? subject = null) =>
        App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM "AuditEvents" WHERE "Kind" = {kind} AND ({subject}::uuid IS NULL OR "SubjectId" = {subject})
            """)!;

    protected Task<string?> DetailsOfAsync(string kind) =>
        App.Database.ReadAsync<string>($"""
            SELECT coalesce("Details", '') FROM "AuditEvents" WHERE "Kind" = {kind} ORDER BY "OccurredAt" DESC, "Id" DESC LIMIT 1
            """);

    protected Task<long> LiveSessionsAsync(Guid id) =>
        App.Database.ReadAsync<long>($"""SELECT count(*) FROM "Sessions" WHERE "UserId" = {id} AND "EndedAt" IS NULL""")!;
}
