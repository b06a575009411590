using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>Links that were mailed before the state came about.</summary>
public abstract partial class LinkWay : Way
{
    private protected const string Fresh = "Violet8642-tram!Q";

    public override Outcome Success => Outcome.Done;

    // A link is the account's, whatever is typed; it lets in who is locked out or has let the password grow old. A
    // temporary password changes the account's stamp (TR-04).
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.Done,
        [AccountState.LockedForATime] = Outcome.Done,
        [AccountState.LockedUntilReleased] = Outcome.Done,
        [AccountState.PasswordExpired] = Outcome.Done,
    };

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var opened = await person.Browser.GetAsync(person.Hand["link"]);
        var page = opened.Location is null ? opened : await opened.FollowAsync();
        if (!page.Has("input[name=New]"))
        {
            return Outcome.Refused;
        }

        var answer = await page.Form("main form").Fill("New", Fresh).Fill("Again", Fresh).SubmitAsync();
        return answer.Location is { } location && location.EndsWith("/done", StringComparison.Ordinal) ? Outcome.Done : Outcome.Refused;
    }

    private protected static Task<string> MailedAsync(Person person) => MailedAsync(person, person.Account.Email!);

    private protected static async Task<string> MailedAsync(Person person, string address) =>
        new Uri((await person.App.MailsAsync(address)).Select(mail => Link().Match(mail.Text))
            .Last(match => match.Success).Value).PathAndQuery;

    [GeneratedRegex("https://localhost/t/security/(reset|invite|email/confirm|email/revert)/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}

public sealed class ByResetLink : LinkWay
{
    public override IReadOnlyList<string> Actions => ["ResetRequest.*", "Reset.*"];

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var identify = await person.Browser.GetAsync($"/t/{Tenant}/unlock");
        var verify = await (await identify.Form("main form").Fill("Identifier", person.LoginId).SubmitAsync()).FollowAsync();
        await verify.Form("main form").Fill("Email", person.Account.Email!).SubmitAsync();
        await person.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        person.Hand["link"] = await MailedAsync(person);
    }
}

public sealed class ByInvitation : LinkWay
{
    public override IReadOnlyList<string> Actions => ["Invitation.*"];

    public override Account Account(int number) =>
        new(Tenant, $"guest{number:000}.test.cs")
        {
            Email = $"guest{number:000}@example.jp",
            Contract = $"C-98{number:0000}",
            Password = null,
            EmailConfirmed = false
        };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.App.InTenantAsync(Tenant, async services =>
            await services.GetRequiredService<InvitationService>()
                .InviteAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == person.UserId)));
        person.Hand["link"] = await MailedAsync(person);
    }
}

/// <summary>The link to a new address, which gives the account that address (MAIL-1).</summary>
public class ByAddressLink : LinkWay
{
    public override IReadOnlyList<string> Actions => ["NewEmail.*", "EmailConfirm.*"];

    public override Account Account(int number) =>
        new(Tenant, $"mover{number:000}.test.cs") { Email = $"mover{number:000}@example.jp", Contract = $"C-99{number:0000}" };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.App.InTenantAsync(Tenant, async services =>
            await services.GetRequiredService<EmailChangeService>()
                .BeginAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == person.UserId),
                    "new-" + person.Account.Email));
        person.Hand["link"] = await MailedAsync(person, "new-" + person.Account.Email);
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var opened = await person.Browser.GetAsync(person.Hand["link"]);
        var page = opened.Location is null ? opened : await opened.FollowAsync();
        return page.Has("input[name=link]") && (await page.Form("main form").SubmitAsync()).Location is { } location
            && location.EndsWith("/done", StringComparison.Ordinal) ? Outcome.Done : Outcome.Refused;
    }
}

/// <summary>The link to the old address, which undoes the change (MAIL-1).</summary>
public sealed class ByUndoLink : ByAddressLink
{
    public override IReadOnlyList<string> Actions => ["EmailRevert.*"];

    // It must outlive whatever the hijacker had done with the account, a temporary password too.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.Done,
        [AccountState.LockedForATime] = Outcome.Done,
        [AccountState.LockedUntilReleased] = Outcome.Done,
        [AccountState.PasswordExpired] = Outcome.Done,
        [AccountState.TemporaryPasswordLives] = Outcome.Done,
        [AccountState.TemporaryPasswordExpired] = Outcome.Done,
    };

    public override Account Account(int number) =>
        new(Tenant, $"undoer{number:000}.test.cs") { Email = $"undoer{number:000}@example.jp", Contract = $"C-89{number:0000}" };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await base.PrepareAsync(person);
        await base.TryAsync(person);
        person.Hand["link"] = await MailedAsync(person);
    }
}
