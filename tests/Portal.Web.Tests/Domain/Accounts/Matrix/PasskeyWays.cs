using System.Net;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>
/// A passkey instead of the password. It is no password: a temporary
/// one beside it changes nothing, an expired one must be changed.
/// </summary>
public sealed class ByPasskey : Way
{
    private readonly Dictionary<Guid, SoftPasskey> passkeys = [];

    public override IReadOnlyList<string> Actions => ["PasskeySignIn.Offer", "PasskeySignIn.Create"];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.PasswordExpired] = Outcome.ChangeOnly,
        [AccountState.TemporaryPasswordLives] = Outcome.In,
        [AccountState.TemporaryPasswordExpired] = Outcome.In,
        [AccountState.Unknown] = Outcome.In, // a passkey needs no login ID, so none can be unknown
    };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode", "passkey"]) });
        var owner = person.App.CreateBrowser();
        await owner.SignInAsync(Tenant, person.LoginId);
        await owner.AddPasskeyAsync(Tenant, passkeys[person.UserId] = new SoftPasskey());
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if ((await person.Browser.GetAsync($"/t/{Tenant}/login")).Status != HttpStatusCode.OK)
        {
            return Outcome.Refused;
        }

        await person.Browser.SignInWithPasskeyAsync(Tenant, passkeys[person.UserId]);
        return await ReachedAsync(person);
    }
}

/// <summary>
/// A passkey after the password: the sign-in under way belongs to the account, whatever was typed since.
/// </summary>
public sealed class ByPasskeyAfterPassword : Way
{
    private readonly Dictionary<Guid, (SoftPasskey Passkey, PasskeyDialog Dialog)> begun = [];

    public override IReadOnlyList<string> Actions => ["PasskeyStep.*"];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
    };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var passkey = new SoftPasskey();
        var owner = person.App.CreateBrowser();
        await DemandAsync(person, SecondFactorMode.Optional);
        await owner.SignInAsync(Tenant, person.LoginId);
        await owner.AddPasskeyAsync(Tenant, passkey);
        await DemandAsync(person, SecondFactorMode.Required);
        await person.Browser.TrySignInAsync(Tenant, person.LoginId);
        begun[person.UserId] = (passkey, await PasskeyDialog.OpenAsync(person.Browser, $"/t/{Tenant}/login/method"));
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (passkey, dialog) = begun[person.UserId];
        passkey.Counter++;
        await dialog.GetAsync(passkey);
        return await ReachedAsync(person);
    }

    private Task DemandAsync(Person person, SecondFactorMode mode) =>
        person.App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(mode, ["emailCode", "passkey"]) });
}
