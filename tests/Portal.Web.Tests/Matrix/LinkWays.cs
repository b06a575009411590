using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Accounts;
using Portal.Web.Data;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Matrix;

/// <summary>Links that were mailed before the state came about.</summary>
public abstract partial class LinkWay : Way
{
    private protected const string Fresh = "Violet8642-tram!Q";

    public override Outcome Success => Outcome.Done;

    // A link is the account's, whatever is typed; it lets in who is locked out or has let the password grow old. A temporary password changes the account's stamp (TR-04).
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

    private protected static async Task<string> MailedAsync(Person person) =>
        new Uri(Link().Match((await person.App.MailsAsync(person.Account.Email))[^1].Text).Value).PathAndQuery;

    [GeneratedRegex("https://localhost/t/security/(reset|invite)/[A-Za-z0-9_-]+")]
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

    public override Account Account(int number) => new(Tenant, $"guest{number:000}.test.cs") { Email = $"guest{number:000}@example.jp", Contract = $"C-98{number:0000}", Password = null, EmailConfirmed = false };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.App.InTenantAsync(Tenant, async services =>
            await services.GetRequiredService<InvitationService>().InviteAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == person.UserId)));
        person.Hand["link"] = await MailedAsync(person);
    }
}
