using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>Somebody who has linked the account, or may act for it, in officephone.</summary>
public abstract class LinkedWay : Way
{
    public override string Tenant => "officephone";

    protected string Base => $"/t/{Tenant}";

    protected string Ids => Base + "/account/linked-ids";

    public override Account Account(int number) => new(Tenant, $"A09100{number:00}")
    { Role = AccountRole.Manager, Contract = $"C-96{number:0000}", Email = $"a{number}@example.jp" };

    protected async Task SignInManagerAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);

        // A contract's last manager is never disabled.
        await new Account(Tenant, "second-" + person.Account.LoginId) { Role = AccountRole.Manager, Contract = person.Account.Contract }
            .AddToAsync(person.App);
        var id = $"m{person.UserId:N}@example.com";
        await new Account(Tenant, id) { Door = "email", Role = AccountRole.LinkedManager, Contract = null }.AddToAsync(person.App);
        await person.Browser.SignInAsync(Tenant, id, door: "email");
    }

    private const string Password = Portal.TestKit.Accounts.Account.UsualPassword;

    protected async Task<PortalPage> LinkAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await person.Browser.GetAsync(Ids + "/link");
        return page.Has("input[name=Password]")
            ? await page.Form().Fill("Identifier", person.LoginId).Fill("Password", Password).SubmitAsync()
            : page;
    }

    protected static async Task<Outcome> ReachedAsync(PortalPage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (await answer.FollowAsync()).Has(".p-acting") ? Outcome.In : Outcome.Refused;
    }
}

/// <summary>A linked manager opens the administrator ID that it linked before (LINK-5).</summary>
public sealed class ByLinkedSwitch : LinkedWay
{
    public override IReadOnlyList<string> Actions => ["LinkedIds.*"];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In, // the link names the account, so none can be unknown
    };

    public override async Task PrepareAsync(Person person)
    {
        await SignInManagerAsync(person);
        await LinkAsync(person);
        person.Page = await person.Browser.GetAsync(Ids);
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await ReachedAsync(await person.Page!.Form("form[action$='/open']").SubmitAsync());
    }
}

/// <summary>
/// What a linked manager has open when the state comes about. Locks and passwords keep out who tries, not who is in.
/// </summary>
public sealed class ByLinkedTab : LinkedWay
{
    public override IReadOnlyList<string> Actions => [];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.LockedForATime] = Outcome.In,
        [AccountState.LockedUntilReleased] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
        [AccountState.TemporaryPasswordLives] = Outcome.In,
        [AccountState.TemporaryPasswordExpired] = Outcome.In,
    };

    public override async Task PrepareAsync(Person person)
    {
        await SignInManagerAsync(person);
        await LinkAsync(person);
        var list = await person.Browser.GetAsync(Ids);
        person.Hand["home"] = (await list.Form("form[action$='/open']").SubmitAsync()).Location!;
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await ReachedAsync(await person.Browser.GetAsync(person.Hand["home"]));
    }
}

/// <summary>Linking takes the password of the account, in that state (LINK-4).</summary>
public sealed class ByLinking : LinkedWay
{
    public override IReadOnlyList<string> Actions => ["Links.*", "LinkCode.*"];

    public override Outcome Success => Outcome.Done;

    public override Task PrepareAsync(Person person) => SignInManagerAsync(person);

    public override async Task<Outcome> TryAsync(Person person)
    {
        await LinkAsync(person);
        return await person.App.World.AdministratorLinks.CountAsync(link => link.AdministratorId == person.UserId) == 1
            ? Outcome.Done
            : Outcome.Refused;
    }
}

/// <summary>An administrator opens a user's own pages (LINK-6), also of one who cannot sign in: that is help.</summary>
public sealed class ByProxyView : LinkedWay
{
    public override IReadOnlyList<string> Actions => ["Proxies.*"];

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Unknown] = Outcome.In,
        [AccountState.LockedForATime] = Outcome.In,
        [AccountState.LockedUntilReleased] = Outcome.In,
        [AccountState.PasswordExpired] = Outcome.In,
        [AccountState.TemporaryPasswordLives] = Outcome.In,
        [AccountState.TemporaryPasswordExpired] = Outcome.In,
    };

    public override Account Account(int number) => new(Tenant, $"050960000{number:00}") { Door = "user", Contract = $"C-97{number:0000}" };

    public override async Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var id = $"B{person.UserId:N}"[..12];
        await new Account(Tenant, id) { Role = AccountRole.Manager, Contract = person.Account.Contract }.AddToAsync(person.App);
        await person.Browser.SignInAsync(Tenant, id);
        person.Page = await person.Browser.GetAsync($"{Base}/operators/{person.UserId}");
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await ReachedAsync(await person.Page!.Form("form[action$='/act-as']").SubmitAsync());
    }
}

/// <summary>A linked manager registers with the address of an account that is there, in that state (LINK-3).</summary>
public sealed class BySelfRegistration : Way
{
    public override string Tenant => "officephone";

    public override IReadOnlyList<string> Actions => ["Register.*", "RegisterConfirm.*"];

    // An address that signs in is told so by mail; the link that sets a password is for those alone that do not.
    public override Outcome Success => Outcome.Refused;

    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.Deleted] = Outcome.Done, // the address is free again
        [AccountState.ParentDisabled] = Outcome.Refused,
    };

    public override Account Account(int number) => new(Tenant, $"r{number}@example.com")
    {
        Door = "email",
        Role = AccountRole.LinkedManager,
        Contract = $"C-98{number:0000}", // for the states of a contract; linked managers have none
        Email = $"r{number}@example.com",
    };

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var page = await person.Browser.GetAsync($"/t/{Tenant}/register");
        if (!page.Has("input[name=Email]"))
        {
            return Outcome.Refused;
        }

        await page.Form().Fill("Email", person.Account.LoginId).SubmitAsync();
        await person.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        return await person.App.World.Links.CountAsync(link => link.Email == person.Account.LoginId
            && link.Purpose == LinkPurpose.Registration) == 1 ? Outcome.Done : Outcome.Refused;
    }
}
