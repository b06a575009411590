using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Cli;

/// <summary>
/// Accounts from the terminal: the same acts as the pages. A first or temporary password is printed once.
/// </summary>
internal static class UserCommands
{
    private static readonly Option<string> TenantOption =
        new("--tenant") { Description = "The tenant's slug; admin is the staff realm.", Required = true };
    private static readonly Option<string> LoginId = new("--login-id") { Description = "The ID that signs in.", Required = true };
    private static readonly Option<string?> Email =
        new("--email") { Description = "The e-mail address; identifies too where the tenant asks for both." };
    private static readonly Option<string?> Door =
        new("--door") { Description = "The door of the login scheme; if left out the tenant's first, for a new account its role's." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why; kept in the audit log." };

    public static Command User() => new("user", "Accounts.") { Create(), Unlock(), Reset(), ResetFactors(), MasterId() };

    private static Command Create()
    {
        var role = new Option<AccountRole>("--role")
        {
            Description = "Member, Manager, LinkedManager, Agent, TenantAdministrator or SystemAdministrator."
        };
        var contract = new Option<string?>("--contract")
        {
            Description = "The number of the contract; none for staff and linked managers."
        };
        var family = new Option<string>("--family-name") { Description = "Family name.", DefaultValueFactory = _ => "" };
        var given = new Option<string>("--given-name") { Description = "Given name.", DefaultValueFactory = _ => "" };
        return new Command("create", "Create an account, and print its temporary password once or mail its invitation.") { TenantOption,
            LoginId, Email, Door, role, contract, family, given }.Does((host, parsed, output) =>
            host.InTenantAsync(parsed.GetRequiredValue(TenantOption), UserCreation.PrepareAsync, async (services, secrets) =>
            {
                var request = new UserRequest(parsed.GetRequiredValue(LoginId), parsed.GetValue(Email), parsed.GetValue(Door),
                    parsed.GetValue(role), parsed.GetValue(contract), parsed.GetRequiredValue(family), parsed.GetRequiredValue(given));
                await output.WriteLineAsync(await new UserCreation(services, request).RunAsync(secrets));
                return true;
            }));
    }

    private static Command Unlock() =>
        new Command("unlock", "Release an account's lockout.") { TenantOption, LoginId, Email, Door, Reason }.Does((host, parsed, output) =>
            host.InTenantAsync(parsed.GetRequiredValue(TenantOption), async services =>
            {
                var user = await FindAsync(services, parsed);
                if (!StaffActs.AreOffered(services.GetRequiredService<CurrentTenant>().Value, DelegatedAct.ReleaseLockout))
                {
                    throw new CommandException(
                        "The staff may not release locks of this tenant (lockout.releasedBy); use \"user reset\".");
                }

                await output.WriteLineAsync(await services.GetRequiredService<LockoutService>()
                    .ReleaseAsync(user, parsed.GetValue(Reason)) switch
                {
                    ReleaseOutcome.Released => $"Released {user.UserName}.",
                    ReleaseOutcome.NotLocked => throw new CommandException($"{user.UserName} is not locked."),
                    ReleaseOutcome.Void => throw new CommandException($"The password of {user.UserName} is void; use \"user reset\"."),
                    _ => throw new InvalidOperationException("No such outcome."),
                });
                return true;
            }));

    private static Command Reset() =>
        new Command("reset", "Issue a temporary password and print it once, which voids the old one; where the tenant has none, mail a "
            + "link.") { TenantOption, LoginId, Email, Door, Reason }.Does((host, parsed, output) =>
            host.InTenantAsync(parsed.GetRequiredValue(TenantOption), PrepareAsync, async (services, password) =>
            {
                await output.WriteLineAsync(await ResetAsync(services, parsed, password));
                return true;
            }));

    private static Command MasterId()
    {
        var masterId = new Option<string>("--master-id") { Description = "The ID of the former site.", Required = true };
        return new Command("master-id", "Give a linked manager its ID of the former site; it signs in at the same door.") { TenantOption,
            LoginId, Email, Door, masterId }.Does((host, parsed, output) =>
            host.InTenantAsync(parsed.GetRequiredValue(TenantOption), async services =>
            {
                var user = await FindAsync(services, parsed);
                await output.WriteLineAsync(await services.GetRequiredService<MasterIds>()
                    .GiveAsync(user, parsed.GetRequiredValue(masterId)) switch
                {
                    MasterIdOutcome.Given => $"{user.UserName} signs in with {user.MasterKey} as well.",
                    MasterIdOutcome.Taken => throw new CommandException("This ID cannot be used."),
                    _ => throw new CommandException("--master-id: for linked managers of tenants with master IDs, up to 64 characters."),
                });
                return true;
            }));
    }

    /// <summary>For the last system administrator, whom nobody else can help.</summary>
    private static Command ResetFactors() =>
        new Command("reset-factors",
            "Take away every second factor of an account; where one is demanded, its next sign-in sets one up.") { TenantOption, LoginId,
            Email, Door, Reason }.Does((host, parsed, output) =>
            host.InTenantAsync(parsed.GetRequiredValue(TenantOption), async services =>
            {
                var user = await FindAsync(services, parsed);
                await output.WriteLineAsync(await services.GetRequiredService<FactorReset>()
                        .RemoveAllAsync(user.Id, parsed.GetValue(Reason), SessionEnds.EndedByStaff) is null
                    ? throw new CommandException($"{user.UserName} has no second factor.")
                    : $"Removed the second factors of {user.UserName}.");
                return true;
            }));

    private static Task<PreparedPassword> PrepareAsync(IServiceProvider services) =>
        services.GetRequiredService<TemporaryPasswordService>().PrepareAsync();

    private static async Task<string> ResetAsync(IServiceProvider services, ParseResult parsed, PreparedPassword password)
    {
        var user = await FindAsync(services, parsed);
        var tenant = services.GetRequiredService<CurrentTenant>().Value;

        // Whoever is at the machine helps the last administrator, whose mailbox may be lost as well.
        if (tenant.IsStaffRealm || StaffActs.AreOffered(tenant, DelegatedAct.IssueTemporaryPassword))
        {
            return (await services.GetRequiredService<TemporaryPasswordService>()
                .IssueAsync(user.Id, password, TemporaryPasswordOrigin.Staff, reason: parsed.GetValue(Reason))).Password;
        }

        return await services.GetRequiredService<PasswordLinks>().SendAsync(user, parsed.GetValue(Reason)) switch
        {
            ResetStart.Sent => $"{tenant.Slug} has no temporary passwords; mailed a link to {user.Email} instead.",
            ResetStart.TooManyMails => throw new CommandException($"Too many mails went to {user.Email}; try again later."),
            _ => throw new CommandException($"{tenant.Slug} has no temporary passwords, and no link can be mailed to {user.UserName}: "
                + "it has no address, or is not let in."),
        };
    }

    private static async Task<PortalUser> FindAsync(IServiceProvider services, ParseResult parsed) =>
        await FindAsync(services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CurrentTenant>().Value,
            parsed.GetValue(Door), parsed.GetRequiredValue(LoginId), parsed.GetValue(Email))
        ?? throw new CommandException("There is no such account.");

    private static Task<PortalUser?> FindAsync(PortalDbContext db, PortalTenant tenant, string? door, string loginId, string? email)
    {
        var through = door is null ? tenant.Profile.Doors[0] : tenant.Profile.Doors.FirstOrDefault(each => each.Key == door)
            ?? throw new CommandException($"--door: one of {string.Join(", ", tenant.Profile.Doors.Select(each => each.Key))}.");
        var key = LoginKeys.For(through, loginId, email);
        return db.Users.Include(user => user.Contract)
            .SingleOrDefaultAsync(user => user.Door == through.Key && user.NormalizedUserName == key);
    }
}
