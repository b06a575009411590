using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>Ways of tenant `control` that end in the forced change.</summary>
public abstract class TemporaryPasswordWay : Way
{
    private protected const string Keyword = "Himitsu2468";

    public override string Tenant => "control";

    public override Outcome Success => Outcome.ChangeOnly;

    public override Account Account(int number) =>
        new(Tenant, $"N97{number:00000}")
        {
            Email = $"user{number:000}@control.example.jp",
            Keyword = Keyword,
            Contract = $"C-97{number:0000}"
        };

    private protected async Task<Outcome> SignInAsync(Person person, string temporary)
    {
        var page = await person.Browser.GetAsync($"/t/{Tenant}/login");
        if (page.Has("input[name=Password]"))
        {
            await page.Form().Fill("Identifier", person.LoginId).Fill("Password", temporary).SubmitAsync();
        }

        return await ReachedAsync(person);
    }
}

/// <summary>A temporary password by mail, asked for in that state (TEMP-1).</summary>
public sealed partial class ByMailedTemporaryPassword : TemporaryPasswordWay
{
    public override IReadOnlyList<string> Actions => ["Unlock.*"];

    // It is the way back for whoever is locked out, has forgotten, or let the password or a temporary one grow old.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.LockedForATime] = Outcome.ChangeOnly,
        [AccountState.LockedUntilReleased] = Outcome.ChangeOnly,
        [AccountState.PasswordExpired] = Outcome.ChangeOnly,
        [AccountState.TemporaryPasswordLives] = Outcome.ChangeOnly,
        [AccountState.TemporaryPasswordExpired] = Outcome.ChangeOnly,
    };

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await person.Browser.GetAsync($"/t/{Tenant}/unlock");
        if (page.Has("input[name=Keyword]"))
        {
            await page.Form("main form").Fill("Identifier", person.LoginId).Fill("Keyword", Keyword).Fill("Email", person.Account.Email!)
                .SubmitAsync();
        }

        await person.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        var password = (await person.App.MailsAsync(person.Account.Email)).Select(mail => Password().Match(mail.Text))
            .LastOrDefault(match => match.Success);
        return password is null ? Outcome.Refused : await SignInAsync(person, password.Groups[1].Value);
    }

    [GeneratedRegex(@"(?m)^\s*([A-Za-z0-9]{12,20})\s*$")]
    private static partial Regex Password();
}

/// <summary>A temporary password that a parent or staff had issued before (TEMP-2).</summary>
public sealed class ByHandedTemporaryPassword : TemporaryPasswordWay
{
    public override IReadOnlyList<string> Actions => [];

    // The state issues another one, which kills this one (TEMP-5); the last row of the table is a live one alone.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } =
        new Dictionary<AccountState, Outcome> { [AccountState.PasswordExpired] = Outcome.ChangeOnly };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        person.Hand["handed"] = await person.App.IssueTemporaryPasswordAsync(Tenant, person.UserId, TemporaryPasswordOrigin.Manager);
    }

    public override Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return SignInAsync(person, person.Hand["handed"]);
    }
}
