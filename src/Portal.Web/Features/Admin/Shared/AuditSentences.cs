using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// Says who did what to whom (ADMIN-7). A room may bring a sentence for its kind of event; what it names without one is
/// put into a frame that suits every name of a kind.
/// </summary>
public sealed partial class AuditSentences(AuditWords words, IStringLocalizer<AdminText> text)
{
    private const string Actor = "{0}";
    private const string Subject = "{1}";
    private const string Whose = "{2}";
    private const string Kind = "{3}";

    public AuditSentence Of(AuditEvent row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = Places().Split(Frame(row)).Where(part => part.Length > 0).SelectMany(part => Part(part, row));
        return new AuditSentence([.. parts], words.Reason(row.Reason));
    }

    private string Frame(AuditEvent row) => words.Sentence(row.Kind) is { } own && (row.SubjectName is not null || !NeedsSubject(own))
        ? own
        : text[row.SubjectName is null || IsOwn(row) ? "Sentence.Alone" : "Sentence.Plain"];

    private static bool NeedsSubject(string sentence) =>
        sentence.Contains(Subject, StringComparison.Ordinal) || sentence.Contains(Whose, StringComparison.Ordinal);

    private IEnumerable<SentencePart> Part(string part, AuditEvent row) => part switch
    {
        Actor => [new(NameOf(row), row.ActorKind is not (ActorKind.System or ActorKind.Anonymous))],
        Subject => [IsOwn(row) ? new(text["Sentence.Self"], false) : new(row.SubjectName!, true)],
        Whose when IsOwn(row) => [new(text["Sentence.Own"], false)],
        Whose => [new(row.SubjectName!, true), new(text["Sentence.Possessive"], false)],
        Kind => [new(words.Kind(row.Kind), false)],
        _ => [new(part, false)],
    };

    /// <summary>Parts of the system have names that tell a reader nothing.</summary>
    private string NameOf(AuditEvent row) => row.ActorKind switch
    {
        ActorKind.System => words.Actor(ActorKind.System),
        _ => row.ActorName ?? text["Sentence." + row.ActorKind].Value,
    };

    /// <summary>Somebody acts on the own account; sentences that do not name the actor are not meant.</summary>
    private bool IsOwn(AuditEvent row) => row.ActorId is not null && row.ActorId == row.SubjectId
        && words.Sentence(row.Kind)?.Contains(Actor, StringComparison.Ordinal) != false;

    [GeneratedRegex(@"(\{[0-3]\})", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
