using System.Globalization;
using System.Text.Json.Serialization;
using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Files;
using Portal.Rules.Identifiers;
using Portal.Rules.SecondFactors;
using Portal.Rules.Telephony;
using Portal.Rules.Text;
using Portal.Web.Tenancy.Brands;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// A tenant as its JSON file describes it: names, login scheme, policies, words, features.
/// `docs/reference/tenant-profile.md` explains each part.
/// </summary>
public sealed record TenantProfile
{
    /// <summary>The slug of the staff's own realm, served at /admin.</summary>
    public const string StaffSlug = "admin";

    /// <summary>Names the schema for editors; nothing here reads it.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Slug { get; init; }

    /// <summary>
    /// A host name of the tenant's own, in lower case; null serves it at /t/{slug} only.
    /// </summary>
    public string? Host { get; init => field = value?.ToLowerInvariant(); }

    public required LocalText Name { get; init; }

    public required LocalText Purpose { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = ["ja", "en"];

    public string DefaultLanguage { get; init; } = "ja";

    public string TimeZone { get; init; } = ZoneLabel.Japan;

    public BrandProfile Brand { get; init; } = new();

    public required MailProfile Mail { get; init; }

    public IReadOnlyList<ContactLine> Contact { get; init; } = [];

    public required IReadOnlyList<DoorProfile> Doors { get; init; }

    public required PasswordProfile Password { get; init; }

    public required LockoutProfile Lockout { get; init; }

    public TemporaryPasswordProfile? TemporaryPassword { get; init; }

    public RecoveryProfile? Recovery { get; init; }

    public SecondFactorProfile SecondFactor { get; init; } = new();

    public EmailChangeProfile EmailChange { get; init; } = new();

    /// <summary>"off", "newBrowser" or "always" (NOTICE-1).</summary>
    public string SignInNotice { get; init; } = Tenancy.Profiles.SignInNotice.Off;

    public required SessionProfile Session { get; init; }

    public CaseProfile Cases { get; init; } = new();

    public ContractsProfile Contracts { get; init; } = new();

    /// <summary>How long events are kept and shown (HIST-5).</summary>
    public int HistoryDays { get; init; } = 400;

    public FilesProfile Files { get; init; } = new();

    public OrdersProfile? Orders { get; init; }

    public OperatorsProfile? Operators { get; init; }

    public LinkedAdministratorsProfile? LinkedAdministrators { get; init; }

    /// <summary>What the staff does only with a second person's approval (ADMIN-11).</summary>
    public ApprovalProfile Approval { get; init; } = new();

    public required IReadOnlyList<string> Features { get; init; }

    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>What its home leads to outside of the portal (HOME-2).</summary>
    public IReadOnlyList<OutsideLink> Links { get; init; } = [];

    /// <summary>What the menu calls a page, so that its heading says the same (or null).</summary>
    /// <param name="path">As in the menu, slashes around it or not.</param>
    public LocalText? MenuTitle(string path) => Flat(Menu).FirstOrDefault(entry => entry.Path?.Trim('/') == path)?.Title;

    private static IEnumerable<MenuEntry> Flat(IEnumerable<MenuEntry> entries) =>
        entries.SelectMany(entry => Flat(entry.Items ?? []).Prepend(entry));
}

/// <param name="PrimaryColor">#RRGGBB, at least 4.5:1 against white; null keeps the standard colour.</param>
/// <param name="Mark">Which drawing stands for the tenant, in the head of its pages and as their icon.</param>
/// <param name="Tone">"console" is dense, "consumer" large, "standard" neither.</param>
public sealed record BrandProfile(string? PrimaryColor = null, string Mark = BrandMarks.Usual, string Tone = BrandProfile.Standard)
{
    public const string Standard = "standard";
}

/// <param name="ReportAddress">Where the provider's people read what a user reports, such as a sign-in that was not its
/// own; null = nobody is mailed.</param>
public sealed record MailProfile(LocalText SenderName, string SenderAddress, string? ReportAddress = null);

public sealed record ContactLine(LocalText Label, LocalText Value);

/// <param name="Url">Begins with "https://".</param>
public sealed record OutsideLink(LocalText Title, string Url)
{
    /// <summary>More are no home any more.</summary>
    public const int Most = 20;

    private const int Longest = 500;

    /// <summary>Where it leads, told beside it.</summary>
    public string Host() => new Uri(Url).IdnHost;

    /// <summary>A page of another site, and nothing that only looks like one.</summary>
    internal bool IsUsable() => Url.Length <= Longest && Url.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(Url, UriKind.Absolute, out var address)
        && address is { UserInfo.Length: 0, HostNameType: UriHostNameType.Dns };
}

public enum IdentifierKind
{
    LoginId,
    PhoneNumber,
    Email,
    LoginIdOrPhoneNumber,
}

/// <param name="Key">Stored with each ID that uses this door.</param>
/// <param name="Path">Below `login`: "" for the first door, "email", "user"…</param>
/// <param name="Identifier">What the first field asks for.</param>
/// <param name="Second">A second identifying field, when the pair identifies.</param>
public sealed record DoorProfile(string Key, string Path, LocalText Title, IdentifierProfile Identifier, IdentifierProfile? Second = null);

public sealed record IdentifierProfile(IdentifierKind Kind, LocalText Label, LocalText? Hint = null);

public enum PasswordCharacters
{
    LettersAndDigits,
    LettersDigitsAndSymbols,
    LettersDigitsAndListedSymbols,
    Any,
}

/// <param name="Symbols">The symbols allowed beside letters and digits, where they are listed.</param>
/// <param name="Requires">Any of "letter", "upper", "lower", "digit", "symbol", "notDigitsAlone".</param>
/// <param name="DiffersFrom">Any of "current", "loginId", "containingLoginId", "history".</param>
/// <param name="Refuses">Any of "common", "context", "dictionary", "repeated", "sequential".</param>
/// <param name="MinimumStrength">0–4 by the estimator; null asks for none.</param>
/// <param name="ChangeAfterMovingIn">A password that was brought along from another system serves one sign-in, which
/// leads to a change (USER-5).</param>
public sealed record PasswordProfile(
    int MinimumLength,
    int MaximumLength,
    PasswordCharacters Characters,
    string Symbols = "",
    IReadOnlyList<string>? Requires = null,
    IReadOnlyList<string>? DiffersFrom = null,
    IReadOnlyList<string>? Refuses = null,
    int HistoryDepth = 0,
    int? MinimumStrength = null,
    int? MaximumAgeDays = null,
    int WarningDays = 7,
    bool AskTwice = true,
    bool ChangeAfterMovingIn = false)
{
    /// <summary>As many as there are.</summary>
    public const int MostSymbols = 32;
}

public enum LockoutEnds
{
    Timed,
    UntilReleased,
    Void,
}

/// <param name="ReleasedBy">Any of "temporaryPassword", "reset", "manager", "staff": who can let the user in again
/// before the time.</param>
public sealed record LockoutProfile(
    int Limit,
    LockoutEnds Ends,
    int? Minutes = null,
    bool Doubles = false,
    int? MaximumMinutes = null,
    bool RepeatedGuessCountsOnce = false,
    IReadOnlyList<string>? ReleasedBy = null);

/// <param name="OtherPages">"explain" keeps the menu and answers 403
/// with the reason; "lead" leads to the change (TEMP-6).</param>
/// <param name="PhoneNumber">Whom to call where <paramref name="ByPhone"/>, as people write it.</param>
/// <param name="ConfirmByMail">One <paramref name="ByPhone"/> works when its owner has confirmed it from a mail
/// (IV-W04).</param>
public sealed record TemporaryPasswordProfile(int Hours, int Tries, bool ByMail = false, bool ByManager = false, bool ByStaff = false,
    bool ByPhone = false, string OtherPages = "lead", string? PhoneNumber = null, bool ConfirmByMail = false)
{
    /// <summary>With what people write beside it, such as hours.</summary>
    public const int LongestPhoneNumber = 40;
}

/// <summary>How cases go, where the tenant has them.</summary>
/// <param name="CloseAfterDays">A solved case that nobody approves closes by itself after so many days
/// (CASE-3).</param>
/// <param name="Desk">When the desk works; null = round the clock.</param>
/// <param name="Targets">How soon it means to answer; the first that suits a case is the case's (CASE-9).</param>
public sealed record CaseProfile(int CloseAfterDays = 14, DeskProfile? Desk = null, IReadOnlyList<ResponseTargetProfile>? Targets = null);

/// <summary>The pages of contracts, where the tenant has them (CTRC-1).</summary>
/// <param name="Changes">How changes are applied for; null = a sentence that fits everywhere.</param>
/// <param name="NumberFormat">What a contract number looks like, as a mask (see <see cref="IdFormat"/>); null = any
/// number.</param>
public sealed record ContractsProfile(LocalText? Changes = null, string? NumberFormat = null);

/// <summary>When a desk works.</summary>
/// <param name="From">As "9:00".</param>
/// <param name="Until">As "17:30", "24:00" at the latest.</param>
/// <param name="Holidays">It is closed on the national holidays of Japan.</param>
/// <param name="FreeDays">Days on which it is closed all the same.</param>
/// <param name="WorkingDays">Holidays on which it works all the same.</param>
public sealed record DeskProfile(IReadOnlyList<DayOfWeek> Days, string From, string Until, bool Holidays = true,
    IReadOnlyList<DateOnly>? FreeDays = null, IReadOnlyList<DateOnly>? WorkingDays = null)
{
    /// <returns>Null where the two are no span of a day.</returns>
    internal WorkingSpan? Span() =>
        DayTime(From) is { } from && DayTime(Until) is { } until && from < until ? new WorkingSpan(from, until) : null;

    private static TimeSpan? DayTime(string text) => text == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}

/// <summary>Response targets in working hours.</summary>
/// <param name="Kinds">Null = all.</param>
/// <param name="Priority">Null = every.</param>
public sealed record ResponseTargetProfile(double FirstAnswerHours, double NextAnswerHours, double SolutionHours,
    IReadOnlyList<CaseKind>? Kinds = null, CasePriority? Priority = null);

/// <summary>How users change their own e-mail address (MAIL-1).</summary>
/// <param name="Start">"proof": the new address is entered after a fresh proof; "oldAddress": a link mailed to the old
/// address leads there.</param>
/// <param name="ManagersOnly">Others ask their manager, who changes it for them (OPER-4).</param>
public sealed record EmailChangeProfile(string Start = EmailChangeProfile.ByProof, bool ManagersOnly = false)
{
    public const string ByProof = "proof";
    public const string ByOldAddress = "oldAddress";
}

/// <param name="Method">"keyword" (temporary password by mail after
/// ID, keyword and address) or "link" (reset link by mail).</param>
/// <param name="Doors">Keys of the doors whose IDs have this road; null = all.</param>
public sealed record RecoveryProfile(string Method, int MismatchLimit = 5, int BlockMinutes = 20, int RequestsPerHour = 3,
    int LinkMinutes = RecoveryProfile.UsualLinkMinutes, int PauseHoursAfterReset = 0, IReadOnlyList<string>? Doors = null)
{
    public const string ByKeyword = "keyword";
    public const string ByLink = "link";
    public const int UsualLinkMinutes = 60;
}

/// <param name="Methods">Any of "app", "emailCode", "passkey", "recoveryCode": with nothing else anybody proves a
/// second factor here (MF-16).</param>
/// <param name="TrustBrowserDays">For how long a browser need not prove the second factor again, where its user says
/// so; null = never offered (MFA-2).</param>
public sealed record SecondFactorProfile(
    SecondFactorMode Mode = SecondFactorMode.Off,
    IReadOnlyList<string>? Methods = null,
    int CodeMinutes = 10,
    int CodeTries = 5,
    int ResendSeconds = 60,
    int CodesPerHour = 5,
    int FailuresPerHour = 10,
    int? TrustBrowserDays = null);

/// <summary>Which files users can attach, and how many (CASE-1).</summary>
/// <param name="Kinds">What is taken; null = every kind there is.</param>
/// <param name="LargestMegabytes">Of one file.</param>
/// <param name="Most">At one thing, such as a case.</param>
/// <param name="RoomMegabytes">Of all files of the tenant together.</param>
public sealed record FilesProfile(IReadOnlyList<FileKind>? Kinds = null, int LargestMegabytes = 20, int Most = 10,
    int RoomMegabytes = 5120);

public sealed record SessionProfile(int IdleMinutes, int AbsoluteHours, int PerAccount = 5);

/// <summary>How a new ID gets its first password.</summary>
public enum FirstPassword
{
    /// <summary>A temporary one, shown once to the manager who registers it.</summary>
    Issued,

    /// <summary>Set by its owner, from a link in a mail.</summary>
    Invitation,
}

/// <param name="One">One of them, in the tenant's own word.</param>
/// <param name="Columns">Columns of the list, in order.</param>
/// <param name="Fields">Fields of the detail and its forms, in order.</param>
/// <param name="Door">The door of the IDs that are listed and registered here.</param>
/// <param name="IdFormat">What a new ID looks like, character by character (see <see cref="Tenancy.IdFormat"/>); null =
/// anything a login ID can be.</param>
/// <param name="IdHint">The same in words, for the form.</param>
/// <param name="IdSuggestion">What follows the e-mail address
/// in the suggested ID, as ".cs"; null suggests none.</param>
/// <param name="PerLoginId">How many users one login ID has at
/// most, where a pair signs in; null = no limit of its own.</param>
/// <param name="Labels">The tenant's own words for fields and columns, by their keys.</param>
/// <param name="EveryUser">Peers look after one another (tenant `rental`), not only managers.</param>
/// <param name="HiddenNumbers">IDs of numbers of these kinds are not listed; null = all are.</param>
/// <param name="Acts">What may be done to them here at all; null = whatever the rules and the policies allow.</param>
public sealed record OperatorsProfile(
    LocalText One,
    LocalText Many,
    LocalText Manager,
    LocalText Id,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> Fields,
    string Door,
    bool EveryUser = false,
    bool Register = true,
    bool ManagerMayType = false,
    string? IdFormat = null,
    int? DormantDays = null,
    bool DisableDormant = false,
    IReadOnlyList<AccountRole>? ListedRoles = null,
    IReadOnlyList<DelegatedAct>? Acts = null,
    LocalText? IdHint = null,
    FirstPassword FirstPassword = FirstPassword.Issued,
    string? IdSuggestion = null,
    int? PerLoginId = null,
    IReadOnlyDictionary<string, LocalText>? Labels = null,
    IReadOnlyList<NumberKind>? HiddenNumbers = null)
{
    public const int MostDormantDays = 3650;

    /// <summary>Between the notice to a dormant ID and its end, where the policy ends it.</summary>
    public const int DaysAfterDormantNotice = 14;
}

/// <param name="Number">Typed in the quick box together with the numbers
/// above it ("99-01-03"); null where the menu is not numbered.</param>
/// <param name="Feature">Shown only where the tenant has the feature.</param>
/// <param name="Path">Below the tenant; null for an entry that only groups others.</param>
/// <param name="Tabs">The entries of this group are tabs of one page
/// to its readers, and shown above each of them (USER-2).</param>
public sealed record MenuEntry(LocalText Title, string? Number = null, string? Feature = null, string? Path = null,
    LocalText? Description = null, bool ManagersOnly = false, IReadOnlyList<MenuEntry>? Items = null, bool Tabs = false);
