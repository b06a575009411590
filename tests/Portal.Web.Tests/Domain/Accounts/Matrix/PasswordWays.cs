using System.Text.RegularExpressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>The ordinary password, at a door without a second factor.</summary>
public sealed class ByPassword : Way
{
    public override string Tenant => "control";

    public override IReadOnlyList<string> Actions => ["SignIn.*"];

    // LOCK-4, PASS-4; a temporary password voids the ordinary one for good (TEMP-5).
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } =
        new Dictionary<AccountState, Outcome> { [AccountState.PasswordExpired] = Outcome.ChangeOnly };

    public override Account Account(int number) =>
        new(Tenant, $"N95{number:00000}") { Email = $"user{number:000}@control.example.jp", Contract = $"C-95{number:0000}" };

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await person.Browser.GetAsync($"/t/{Tenant}/login");
        if (page.Has("input[name=Password]"))
        {
            await page.Form().Fill("Identifier", person.LoginId).Fill("Password", Portal.TestKit.Accounts.Account.UsualPassword)
                .SubmitAsync();
        }

        return await ReachedAsync(person);
    }
}

/// <summary>A session that was there before.</summary>
public sealed class ByExistingSession : Way
{
    public override string Tenant => "control";

    public override IReadOnlyList<string> Actions => [];

    // Nothing in the account's own state ends a session by itself but what ends it at once (SE-03); "unknown" had its
    // session under its own name.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.LockedForATime] = Outcome.In,
        [AccountState.LockedUntilReleased] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
    };

    public override Account Account(int number) =>
        new(Tenant, $"N96{number:00000}") { Email = $"user{number:000}@control.example.jp", Contract = $"C-96{number:0000}" };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Browser.SignInAsync(Tenant, person.LoginId);
    }

    public override Task<Outcome> TryAsync(Person person) => ReachedAsync(person);
}

/// <summary>A code by mail, for a sign-in that has passed the password.</summary>
public sealed class ByMailedCode : Way
{
    public override IReadOnlyList<string> Actions => ["EmailCode.*"];

    // The sign-in under way belongs to the account, whatever was typed since.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
    };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Browser.SignInAsync(Tenant, person.LoginId);
        person.Page = await person.Browser.GetAsync($"/t/{Tenant}/login/email-code");
        person.Hand["code"] = Regex.Match((await person.App.MailsAsync(person.Account.Email))[^1].Text,
            @"(?m)^\s*([0-9]{6})\s*$").Groups[1].Value;
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Page!.Form().Fill("Code", person.Hand["code"]).SubmitAsync();
        return await ReachedAsync(person);
    }
}
