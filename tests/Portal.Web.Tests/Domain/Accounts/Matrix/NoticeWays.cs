using System.Text.RegularExpressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>
/// "This was not me": a link that shuts the account; it must work
/// in whatever state a hijacker has brought it to (NOTICE-1).
/// </summary>
public sealed partial class ByNotMe : Way
{
    public override IReadOnlyList<string> Actions => ["NotMe.*"];

    public override Outcome Success => Outcome.Done;

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = Enum.GetValues<AccountState>()
        .Except([AccountState.TenantSuspended, AccountState.Deleted]).ToDictionary(state => state, _ => Outcome.Done);

    public override Account Account(int number) => base.Account(number) with { HasApp = true };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await person.Browser.SignInAsync(Tenant, person.LoginId);
        person.Hand["link"] = new Uri((await person.App.MailsAsync(person.Account.Email)).Select(mail => Link().Match(mail.Text))
            .Single(match => match.Success).Value).PathAndQuery;
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await (await person.App.CreateBrowser().GetAsync(person.Hand["link"])).FollowAsync();
        if (!page.Has("main form input[name=link]"))
        {
            return Outcome.Refused;
        }

        await page.Form("main form").SubmitAsync();
        return await ReachedAsync(person) == Outcome.Refused ? Outcome.Done : Outcome.Refused;
    }

    [GeneratedRegex("https://localhost/t/security/not-me/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
