using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Configuration;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Architecture.Tests.Calls;

/// <summary>What is banned, and who may all the same.</summary>
internal static class Bans
{
    private static readonly string[] Clocks = ["get_Now", "get_UtcNow", "get_Today"];

    // Behind an @, a dot, a slash or a blank that was found, behind an ASCII sign or a first letter of our own names,
    // or of hexadecimal digits.
    private static readonly string[] CuttingAtSeparators =
    [
        "Portal.Rules.Brands.Rgb",
        "Portal.Rules.Mail.Mailbox",
        "Portal.Rules.Text.EmailAddress",
        "Portal.Rules.Text.English.EnglishLabel",
        "Portal.Rules.Text.TelephoneNumber",
        "Portal.Web.Data.DatabaseFailure",
        "Portal.Web.Data.PostgreSql.PostgresFolder",
        "Portal.Web.Data.PostgreSql.PrivatePostgresOptions",
        "Portal.Web.Domain.Accounts.Details.ProfileService",
        "Portal.Web.Features.Admin.UserKey",
        "Portal.Web.Features.Operators.OperatorWords",
        "Portal.Web.Features.Shared.Details.DetailsWords",
        "Portal.Web.Mail.Marks.MaskedEmail",
        "Portal.Web.Files.Scanning.ClamdScanner",
        "Portal.Web.Files.Tables.CellFormat",
        "Portal.Web.Http.Input.DraftKeeper",
        "Portal.Web.Http.Input.FieldShapes",
        "Portal.Web.Http.Input.FormPage",
        "Portal.Web.Http.Places.AppPath",
        "Portal.Web.Http.Places.FeatureViewLocations",
        "Portal.Web.Http.Places.ReadablePages",
        "Portal.Web.Lists.ListOrders`1",
        "Portal.Web.Mail.MailQueue",
    ];

    /// <summary>For the whole application.</summary>
    public static readonly IReadOnlyList<Ban> Everywhere =
    [
        Ban.Members("ask TimeProvider for the time", typeof(DateTime), Clocks),
        Ban.Members("ask TimeProvider for the time", typeof(DateTimeOffset), Clocks),
        Ban.Members("a sleeping thread serves nobody: await Task.Delay", typeof(Thread), ["Sleep"]),
        Ban.Named("rows of another tenant become visible", ["IgnoreQueryFilters"], "Portal.Web.Data.AcrossTenantsExtensions"),
        Ban.Named(
            "SQL from a string can be injected into: use the interpolated form",
            ["FromSqlRaw", "SqlQueryRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync"],
            "Portal.Web.Data.Starting.DatabaseMigrator", // a script that is made from the model alone
            "Portal.Web.Data.Starting.StartLock"), // one constant a provider
        Ban.Members("a lock ends by LockEnding, which ends what had run out first", typeof(LockoutRules), [nameof(LockoutRules.Release)],
            "Portal.Web.Domain.Accounts.Lockout.LockEnding"),
        Ban.Members(
            "a new stamp ends other things with it: CredentialChange",
            typeof(IdentityUser<Guid>),
            ["set_SecurityStamp"],
            "Portal.Web.Domain.Accounts.Credentials.CredentialChange",
            "Portal.Web.Domain.Accounts.Identity.PortalUserStore"), // the first stamp of a new account
        Ban.Members(
            "background work enters a tenant by TenantWork, which forgets neither its rows' owner nor the actor",
            typeof(TenantScope),
            [nameof(TenantScope.Use), nameof(TenantScope.UseAll), nameof(TenantScope.UseStaff), nameof(TenantScope.Enter)],
            "Portal.Web.Tenancy.TenantEntry",
            "Portal.Web.Tenancy.TenantWork",
            "Portal.Web.Domain.Accounts.Sessions.SessionReader", // the staff's sight of the tenants it looks after
            "Portal.Web.Data.TenantScope", // enters what was made a moment ago
            "Portal.Web.Domain.Tenants.ProfileChanges", // changes the tenant's own row; its caller has asked how far it reaches
            "Portal.Web.Domain.Tenants.TenantSwitch", // likewise
            "Portal.Web.Features.WorkRequests.Mails.WorkRequestMails", // asks who of the request's tenant sees it, before a commit
            "Portal.Web.Outbox.OutboxRows", // claims rows of all tenants in one statement, settles one by its key
            "Portal.Web.Cli.TenantCommands"), // a tenant that is only coming into being
        Ban.Members("the tenant is set by TenantEntry alone, together with what it sees", typeof(CurrentTenant),
            [nameof(CurrentTenant.Set)],
            "Portal.Web.Tenancy.TenantEntry"),
        Ban.Members("background work enters a tenant by TenantWork", typeof(TenantEntry), [nameof(TenantEntry.Enter)],
            "Portal.Web.Tenancy.TenantWork",
            "Portal.Web.Http.Places.TenantResolution"), // a request, by its address
        Ban.Members("the staff enters a tenant by StaffReach, which asks how far it reaches", typeof(TenantEntry),
            [nameof(TenantEntry.Visit)],
            "Portal.Web.Features.Admin.StaffReach",
            "Portal.Web.Files.Stored.FileDownloads"), // writes the answer where its file was found, after the page's work
        Ban.Members(
            "zones are NamedZone, days and text of moments with it",
            typeof(TimeZoneInfo),
            ["ConvertTime", "ConvertTimeFromUtc", "FindSystemTimeZoneById", "TryFindSystemTimeZoneById", "get_Local", "GetUtcOffset"],
            "Portal.Web.Tenancy.Times.NamedZone"),
        Ban.Types(
            "a setting is read once, into an options class that is checked at start",
            [typeof(IConfiguration), typeof(IConfigurationSection), typeof(ConfigurationBinder), typeof(ConfigurationExtensions)],
            "Program",
            "Portal.Web.PortalServices",
            "Portal.Web.Cli.CommandHost", // both hand it on
            "Portal.Web.Data.Starting.PortalDefaults",
            "Portal.Web.Data.Starting.StartingDatabase", // before there are services
            "Portal.Web.Data.Keys.KeyServices",
            "Portal.Web.Http.Hosting.PortalLogging",
            "Portal.Web.Http.Watch.Telemetry"), // whether anything is measured decides what is registered
        Ban.Members("what is written raw is not encoded", typeof(IHtmlHelper), ["Raw"]),
        new(
            "a text is cut inside a character: Shortened cuts, and only separators that were found are cut at elsewhere",
            IsCut,
            ["Portal.Rules.Text.Shortened", .. CuttingAtSeparators]),
        new("a pattern must be an attribute, so that it can be checked: GeneratedRegex", IsLoosePattern),
    ];

    /// <summary>Rules are told the time and the facts; they look up nothing.</summary>
    public static readonly IReadOnlyList<Ban> InRules =
    [
        Ban.Types(
            "rules touch nothing outside",
            [
                typeof(TimeProvider), typeof(Stopwatch), typeof(Random), typeof(RandomNumberGenerator), typeof(File), typeof(Directory),
                    typeof(FileStream),
                typeof(Console), typeof(Process), typeof(Thread), typeof(Task), typeof(Timer), typeof(WebRequest), typeof(AppContext),
            ]),
        Ban.Members("rules touch nothing outside", typeof(Guid), ["NewGuid", "CreateVersion7"]),
        // An iterator reads the number of its thread; that is the compiler's doing.
        new("rules touch nothing outside",
            member => member.DeclaringType == typeof(Environment) && member.Name != "get_CurrentManagedThreadId"),
    ];

    private static bool IsCut(MemberInfo member) =>
        (member.DeclaringType == typeof(string) && member is MethodBase { Name: nameof(string.Substring) or nameof(string.Remove) })
        || (member.DeclaringType == typeof(MemoryExtensions) && member is MethodInfo { Name: nameof(MemoryExtensions.AsSpan) } span
            && span.GetParameters() is [{ ParameterType: var text }, _, _] && text == typeof(string))
        || (member.DeclaringType == typeof(Enumerable)
            && member is MethodInfo { Name: nameof(Enumerable.Take) or nameof(Enumerable.SkipLast) } take
            && take.GetGenericArguments() is [var of] && of == typeof(char));

    private static bool IsLoosePattern(MemberInfo member) =>
        member.DeclaringType == typeof(Regex) && member is MethodBase method
        && (method.IsConstructor
            || (method.IsStatic && method.Name is nameof(Regex.IsMatch) or nameof(Regex.Match) or nameof(Regex.Matches)
                or nameof(Regex.Replace) or nameof(Regex.Split)));
}
