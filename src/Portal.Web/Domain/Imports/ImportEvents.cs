using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Imports;

/// <summary>What is recorded of files that move customers in or bring cases; never a hash.</summary>
internal sealed class ImportEvents() : EventContribution(typeof(ImportEventText),
    [
        new(Uploaded, "The staff uploads a file of contracts or users; it is checked by a job"),
        new(Confirmed, "The staff confirms a file that was checked"),
        new(Cancelled, "The staff cancels an import before anything was taken over"),
        new(MovedIn, "A file of contracts or users was taken over as a whole") { Mailed = Asked },
        new(Refused, "A file of contracts or users has faults; nothing of it is taken over") { Mailed = Asked },
        new(Failed, "An import could not be finished; nothing of it is there") { Mailed = Asked },
        new(CasesUploaded, "The staff uploads a file of cases with their files; it was checked and waits"),
        new(CasesConfirmed, "The staff confirms a file of cases"),
        new(CasesCancelled, "The staff cancels a file of cases before any was opened"),
        new(CasesOpened, "All cases of a file are opened, each with an event of its own") { Mailed = Asked },
        new(CasesRefused, "Since it was checked a file of cases has faults; none of them is opened") { Mailed = Asked },
        new(CasesFailed, "The cases of a file could not be opened; none of them is there") { Mailed = Asked },
        new(UserMovedIn, "An account comes in with a file, beside the event of the file"),
        new(ContractMovedIn, "A contract comes in with a file, beside the event of the file"),
    ])
{
    public const string Uploaded = "move-in-uploaded";
    public const string Confirmed = "move-in-confirmed";
    public const string Cancelled = "move-in-cancelled";
    public const string MovedIn = "moved-in";
    public const string Refused = "move-in-refused";
    public const string Failed = "move-in-failed";
    public const string UserMovedIn = "user-moved-in";
    public const string ContractMovedIn = "contract-moved-in";

    public const string CasesUploaded = "cases-uploaded";
    public const string CasesConfirmed = "cases-confirmed";
    public const string CasesCancelled = "cases-cancelled";
    public const string CasesOpened = "cases-opened";
    public const string CasesRefused = "cases-refused";
    public const string CasesFailed = "cases-failed";

    private static readonly Dictionary<string, string> OfCases = new()
    {
        [Uploaded] = CasesUploaded,
        [Confirmed] = CasesConfirmed,
        [Cancelled] = CasesCancelled,
        [Refused] = CasesRefused,
        [Failed] = CasesFailed,
    };

    private const string Asked = "to the one who uploaded the file";

    /// <summary>The same step of another kind of file has words of its own.</summary>
    public static string Of(ImportJob job, string ofMovingIn) => job.Kind == ImportKind.Cases ? OfCases[ofMovingIn] : ofMovingIn;
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ImportEventText;
