using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Identifiers;
using Portal.Rules.Imports;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Imports;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>An account to be, as it was typed.</summary>
internal sealed record UserRequest(
    string LoginId, string? Email, string? Door, AccountRole Role, string? Contract, string FamilyName, string GivenName)
{
    public bool IsStaff => Role is AccountRole.Agent or AccountRole.TenantAdministrator or AccountRole.SystemAdministrator;

    public bool IsOfContract => Role is AccountRole.Member or AccountRole.Manager;
}

/// <summary>
/// An account from the terminal, by the rules of those from forms and files: what IDs look like, who signs in at which
/// door, how many a contract has (CLI-2).
/// </summary>
internal sealed class UserCreation(IServiceProvider services, UserRequest request)
{
    private readonly PortalTenant tenant = services.GetRequiredService<CurrentTenant>().Value;
    private readonly PortalDbContext db = services.GetRequiredService<PortalDbContext>();

    /// <summary>The costly part, before the transaction.</summary>
    public static Task<PreparedSecrets> PrepareAsync(IServiceProvider services) =>
        services.GetRequiredService<RegistrationService>().PrepareAsync(keyword: null);

    /// <returns>What the person at the terminal reads: the first password, or where the invitation went.</returns>
    public async Task<string> RunAsync(PreparedSecrets secrets)
    {
        var door = Door();
        var read = Read(door, isInvited: secrets.First is null);
        return request.IsOfContract ? await RegisterAsync(door, read, secrets) : await AddAsync(door, read, secrets.First);
    }

    private DoorProfile Door()
    {
        if (request.IsStaff != tenant.IsStaffRealm)
        {
            throw new CommandException("Staff roles exist in the tenant \"admin\" alone, and no others there.");
        }

        var door = request.Role switch
        {
            AccountRole.LinkedManager => tenant.Profile.LinkedAdministrators is { } linked
                ? tenant.Door(linked.Door)
                : throw new CommandException($"--role: {tenant.Slug} has no linked managers."),
            AccountRole.Manager => FirstUsers.RoleIn(tenant) == AccountRole.Manager
                ? FirstUsers.FirstDoor(tenant)
                : throw new CommandException($"--role: {tenant.Slug} has no managers."),
            AccountRole.Member => UserImport.MemberDoor(tenant),
            _ => tenant.Profile.Doors[0],
        };
        if (door.Identifier.Kind == IdentifierKind.PhoneNumber)
        {
            throw new CommandException($"--tenant: the IDs of {tenant.Slug} are numbers of lines, and come with these.");
        }

        return request.Door is null || request.Door == door.Key
            ? door
            : throw new CommandException($"--door: in {tenant.Slug} a {request.Role} signs in at \"{door.Key}\".");
    }

    /// <summary>By the rules of a row in a file that moves users in.</summary>
    private ImportedUser Read(DoorProfile door, bool isInvited)
    {
        var isAddress = door.Identifier.Kind == IdentifierKind.Email;
        var shape = new LoginIdShape(IdFormat(), isAddress);
        var reading = ImportRules.User(1, column => Cell(column, isAddress),
            new UserImportTerms(shape, NeedsEmail: door.Second is not null || isInvited));
        if (!request.IsOfContract && request.Contract is not null)
        {
            throw new CommandException("--contract: staff have none, and linked managers work for the administrator IDs that they open.");
        }

        if (reading.Problems.FirstOrDefault(problem => request.IsOfContract || problem.Column != MoveInColumn.Contract) is { } found)
        {
            throw new CommandException(TextOf(found));
        }

        return !isAddress || CanonicalText.Email(reading.Value.Email!) == CanonicalText.Email(reading.Value.LoginId)
            ? reading.Value
            : throw new CommandException("--email: the ID is the address itself.");
    }

    private string? IdFormat() => request.Role switch
    {
        AccountRole.Manager => FirstUsers.IdFormat(tenant),
        AccountRole.Member => tenant.Profile.Operators?.IdFormat,
        _ => null,
    };

    private string Cell(MoveInColumn column, bool isAddress) => column switch
    {
        MoveInColumn.Contract => request.Contract ?? "",
        MoveInColumn.LoginId => request.LoginId,
        MoveInColumn.Email => request.Email ?? (isAddress ? request.LoginId : ""),
        MoveInColumn.FamilyName => request.FamilyName,
        MoveInColumn.GivenName => request.GivenName,
        _ => "",
    };

    private static string TextOf(ImportProblem problem)
    {
        var option = problem.Column switch
        {
            MoveInColumn.Contract => "--contract",
            MoveInColumn.Email => "--email",
            MoveInColumn.FamilyName => "--family-name",
            MoveInColumn.GivenName => "--given-name",
            _ => "--login-id",
        };
        return option + problem.Fault switch
        {
            ImportFault.Missing => ": missing.",
            ImportFault.TooLong => $": at most {problem.Argument} characters.",
            ImportFault.NotAnAddress => ": not an e-mail address.",
            ImportFault.WrongId => ": not an ID as this tenant has them.",
            _ => ": has characters that do not belong there.",
        };
    }

    /// <summary>The act of the pages, with its limits and its events.</summary>
    private async Task<string> RegisterAsync(DoorProfile door, ImportedUser read, PreparedSecrets secrets)
    {
        var contract = await db.Contracts.Where(row => row.Number == read.Contract).Select(row => (Guid?)row.Id).SingleOrDefaultAsync()
            ?? throw new CommandException("--contract: there is no contract of that number.");
        await services.GetRequiredService<AccountLocks>().ContractAsync(contract);
        if (request.Role == AccountRole.Manager && FirstUsers.HasOneManager(tenant) && await db.Users.AnyAsync(
            row => row.ContractId == contract && row.Door == door.Key && row.Role == AccountRole.Manager))
        {
            throw new CommandException("--contract: it has its one administrator ID already.");
        }

        var account = new NewAccount(door.Key, read.LoginId, request.Role, contract, new AccountDetails(read.FamilyName, read.GivenName),
            read.Email);
        return await services.GetRequiredService<RegistrationService>()
            .RegisterAsync(secrets.For(account), TemporaryPasswordOrigin.Staff) switch
        {
            RegisterOutcome.Registered done => done.Password,
            RegisterOutcome.Added { User: var added } => await InviteAsync(added),
            RegisterOutcome.LimitReached => throw new CommandException(
                "--contract: it has as many accounts as it may have, or the login ID as many addresses."),
            _ => throw new CommandException("This ID cannot be used."),
        };
    }

    private async Task<string> AddAsync(DoorProfile door, ImportedUser read, PreparedPassword? first)
    {
        var key = LoginKeys.For(door, read.LoginId, read.Email);
        if (await db.Users.AnyAsync(row => row.Door == door.Key && row.NormalizedUserName == key))
        {
            throw new CommandException("This ID cannot be used.");
        }

        var user = await services.GetRequiredService<AccountFactory>().AddAsync(new PortalUser
        {
            UserName = read.LoginId,
            Email = read.Email,
            NormalizedEmail = CanonicalText.Email(read.Email!),
            Door = door.Key,
            Role = request.Role,
            FamilyName = read.FamilyName,
            GivenName = read.GivenName,
        });
        services.GetRequiredService<AuditLog>().Record(AuditKinds.UserRegistered, AuditSubject.Of(user),
            details: new { role = user.Role.ToString(), email = user.Email, invited = first is null });
        await db.SaveChangesAsync();
        return first is null
            ? await InviteAsync(user)
            : (await services.GetRequiredService<TemporaryPasswordService>().IssueAsync(user.Id, first, TemporaryPasswordOrigin.Staff))
                .Password;
    }

    private async Task<string> InviteAsync(PortalUser user) =>
        await services.GetRequiredService<InvitationService>().InviteAsync(user) is null
            ? $"Created {user.UserName}. Too many mails went to {user.Email}: send the invitation later by \"user reset\"."
            : $"Created {user.UserName}, and sent an invitation to {user.Email}.";
}
