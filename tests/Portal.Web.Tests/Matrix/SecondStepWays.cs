using Portal.TestKit.Accounts;

namespace Portal.Web.Tests.Matrix;

/// <summary>A code that no mail brings, for a sign-in that has passed the password.</summary>
public abstract class SecondStepWay : Way
{
    // The sign-in under way belongs to the account, whatever was typed since.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
    };

    private protected abstract string PagePath { get; }

    public override Account Account(int number) => base.Account(number) with { HasApp = true };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Browser.TrySignInAsync(Tenant, person.LoginId);
        person.Page = await person.Browser.GetAsync($"/t/{Tenant}/{PagePath}");
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Page!.Form().Fill("Code", person.Hand["code"]).SubmitAsync();
        return await ReachedAsync(person);
    }
}

/// <summary>The authenticator app's code.</summary>
public sealed class ByAppCode : SecondStepWay
{
    public override IReadOnlyList<string> Actions => ["Totp.*", "Method.*"];

    private protected override string PagePath => "login/totp";

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await base.PrepareAsync(person);
        person.Hand["code"] = Authenticator.Code(person.App);
    }
}

/// <summary>One of the codes that were kept for such a day.</summary>
public sealed class ByRecoveryCode : SecondStepWay
{
    public override IReadOnlyList<string> Actions => ["RecoveryCode.*"];

    private protected override string PagePath => "login/recovery-code";

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        person.Hand["code"] = (await RecoverySheet.MakeAsync(person.App, Tenant, person.UserId))[0];
        await base.PrepareAsync(person);
    }
}
