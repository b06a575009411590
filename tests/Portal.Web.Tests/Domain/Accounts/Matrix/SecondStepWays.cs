using Portal.TestKit.Accounts;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

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

/// <summary>A browser that was trusted before: the password alone is enough there (MFA-2).</summary>
public sealed class ByTrustedBrowser : Way
{
    public override string Tenant => "rental";

    public override IReadOnlyList<string> Actions => [];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } =
        new Dictionary<AccountState, Outcome> { [AccountState.PasswordExpired] = Outcome.ChangeOnly };

    public override Account Account(int number) =>
        new(Tenant, $"R95{number:0000}") { Email = $"user{number:000}@rental.example.jp", HasApp = true, Contract = $"C-98{number:0000}" };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await (await person.Browser.TrySignInAsync(Tenant, person.LoginId, email: person.Account.Email)).FollowAsync();
        var home = await (await page.Form().Fill("Code", Authenticator.Code(person.App)).Check("Trust").SubmitAsync()).FollowAsync();
        await home.Form("form[action$='/logout']").SubmitAsync();
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await person.Browser.GetAsync($"/t/{Tenant}/login");
        if (page.Has("input[name=Password]"))
        {
            await page.Form().Fill("Identifier", person.LoginId).Fill("Email", person.Account.Email!)
                .Fill("Password", Portal.TestKit.Accounts.Account.UsualPassword).SubmitAsync();
        }

        return await ReachedAsync(person);
    }
}
