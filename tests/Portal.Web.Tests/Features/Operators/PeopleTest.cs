using System.Linq.Expressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

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
        App.World.Accounts.IdOfAsync(loginId);

    protected static async Task<PortalPage> ConfirmAsync(PortalBrowser who, string page) =>
        await (await who.GetAsync(page)).ShouldBeOk().Form().SubmitAsync();

    protected Task LockAsync(Guid id, DateTimeOffset? until = null) =>
        App.World.Locks.LockAsync(id, until);

    protected async Task<bool> IsLockedAsync(Guid id) =>
        await App.World.Locks.IsLockedAsync(id);

    protected Task<T?> UserAsync<T>(Expression<Func<PortalUser, T>> what, Guid id) => App.World.Accounts.ReadAsync(id, what);

    protected Task<long> EventsAsync(string kind, Guid? subject = null) =>
        App.World.Audit.CountAsync(happened => happened.Kind == kind && (subject == null || happened.SubjectId == subject));

    protected Task<string?> DetailsOfAsync(string kind) =>
        App.World.Audit.ReadAsync(kind, happened => happened.Details ?? "");

    protected Task<long> LiveSessionsAsync(Guid id) =>
        App.World.Sessions.CountOpenAsync(id);
}
