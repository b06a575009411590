using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>
/// A way in, or back in, or to what belongs to an account: first prepared while all is well, then tried in some state.
/// </summary>
public abstract class Way
{
    /// <summary>The tenant whose profile offers it.</summary>
    public virtual string Tenant => "security";

    /// <summary>
    /// The actions of the application that belong to it, as "Controller.Action"; each anonymous one belongs to some way
    /// or is no way in (CG-20).
    /// </summary>
    public abstract IReadOnlyList<string> Actions { get; }

    /// <summary>Where it does not come out as the usual row says.</summary>
    public virtual IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>();

    /// <summary>What it comes to when nothing stands against it.</summary>
    public virtual Outcome Success => Outcome.In;

    public override string ToString() => GetType().Name;

    public virtual Account Account(int number) =>
        new(Tenant, $"user{number:000}.test.cs") { Email = $"user{number:000}@example.jp", Contract = $"C-95{number:0000}" };

    /// <summary>Whatever must be in hand before the state comes about: a link, a code, a session.</summary>
    public virtual Task PrepareAsync(Person person) => Task.CompletedTask;

    /// <summary>
    /// The attempt. What it came to is read from what the browser reaches, unless the way says so itself.
    /// </summary>
    public abstract Task<Outcome> TryAsync(Person person);

    /// <summary>Reads from the home page what kind of session the browser has.</summary>
    protected async Task<Outcome> ReachedAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var home = await person.Browser.GetAsync($"/t/{Tenant}/home");
        return home switch
        {
            { Status: HttpStatusCode.OK } => Outcome.In,
            { Location: { } location } when location.Contains("/password/required", StringComparison.Ordinal) => Outcome.ChangeOnly,
            _ when home.Has("a[href$='/password/required']") => Outcome.ChangeOnly,
            _ => Outcome.Refused,
        };
    }
}

/// <summary>Somebody with an account, at a browser.</summary>
public sealed record Person(PortalApp App, string Tenant, Account Account, Guid UserId, PortalBrowser Browser)
{
    /// <summary>What the way has in hand.</summary>
    public Dictionary<string, string> Hand { get; } = [];

    /// <summary>The browser's open page, for ways that were begun before.</summary>
    public PortalPage? Page { get; set; }

    public string LoginId { get; set; } = Account.LoginId;
}
