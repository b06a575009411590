using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.LockoutReleases;

/// <summary>
/// Releasing locks: one from its own page, or several from the list; confirmation by ID, then what to do next (LOCK-5).
/// </summary>
[Route("operators")]
public sealed class LockoutReleasesController(Delegates delegates, OperatorQuery operators, LockoutService lockouts,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    /// <summary>A page of the list at most.</summary>
    private const int MostAtOnce = 100;
    private const string ReleasedKey = "released";
    private const string OthersKey = "not-released";

    [HttpGet("locked")]
    [ContractGuard(DelegatedAct.ReleaseLockout)]
    public async Task<IActionResult> Locked([Guarded] PortalUser who) => View("Locked", await LockedAsync(who));

    [HttpGet("lockout-release")]
    [ContractGuard(DelegatedAct.ReleaseLockout)]
    public async Task<IActionResult> NewOfSeveral([Guarded] PortalUser who, [FromQuery] Guid[]? ids)
    {
        if (ids is not { Length: > 0 and <= MostAtOnce })
        {
            ModelState.AddModelError("ids", text["SelectSome"]);
            return Again("Locked", await LockedAsync(who));
        }

        var (subjects, refusal) = await SubjectsAsync(ids, changes: false);
        return refusal ?? View("Several", subjects);
    }

    [HttpPost("lockout-release")]
    public async Task<IActionResult> CreateSeveral([FromForm] Guid[]? ids)
    {
        if (ids is not { Length: > 0 and <= MostAtOnce })
        {
            return new SeeOtherResult(OperatorPaths.Locked);
        }

        var (subjects, refusal) = await SubjectsAsync(ids, changes: true);
        return refusal ?? await ReleaseAsync(subjects);
    }

    [HttpGet("{id:guid}/lockout-release")]
    [SubjectGuard(DelegatedAct.ReleaseLockout)]
    public async Task<IActionResult> New([Guarded] PortalUser subject)
    {
        // What cannot be done is said before it is asked about (SAFE-4).
        switch ((await operators.OneAsync(subject)).Lock)
        {
            case null:
                TempData.Warning(text["ReleaseNotLocked", subject.UserName!]);
                return ToDetail(subject.Id);
            case { IsVoid: true }:
                TempData.Warning(text["ReleaseVoid", subject.UserName!]);
                return ToDetail(subject.Id);
            default:
                return Confirm(subject,
                    new ConfirmPage(text["ReleaseTitle"], text["ReleaseQuestion"], Consequence(subject), text["ReleaseSubmit"]));
        }
    }

    [HttpPost("{id:guid}/lockout-release")]
    [SubjectGuard(DelegatedAct.ReleaseLockout)]
    public Task<IActionResult> Create([Guarded] PortalUser subject) => ReleaseAsync([subject]);

    [HttpGet("lockout-release/done")]
    public IActionResult Done() => TempData[ReleasedKey] is string released && TempData[OthersKey] is string others
        ? View("Done", new ReleaseResult(Lines(released), Lines(others)))
        : new SeeOtherResult(OperatorPaths.Index);

    private Task<ListPage<OperatorRow>> LockedAsync(PortalUser who) =>
        operators.LockedAsync(who, OperatorFilter.Read(Request.Query), MostAtOnce);

    /// <summary>Each is asked for on its own: one foreign ID among them, and nothing happens to any.</summary>
    private async Task<(IReadOnlyList<PortalUser> Subjects, IActionResult? Refusal)> SubjectsAsync(Guid[] ids, bool changes)
    {
        var subjects = new List<PortalUser>(ids.Length);
        foreach (var id in ids.Distinct().Order())
        {
            var answer = changes
                ? await delegates.AskToChangeAsync(id, DelegatedAct.ReleaseLockout)
                : await delegates.AskAsync(id, DelegatedAct.ReleaseLockout);
            if (answer is Delegation.Refused refused)
            {
                return (subjects, Refuse(refused.Verdict));
            }

            subjects.Add(((Delegation.Granted)answer).Subject);
        }

        return (subjects, null);
    }

    private async Task<IActionResult> ReleaseAsync(IReadOnlyList<PortalUser> subjects)
    {
        var released = new List<string>();
        var others = new List<string>();
        foreach (var subject in subjects)
        {
            var outcome = await lockouts.ReleaseAsync(subject);
            (outcome == ReleaseOutcome.Released ? released : others)
                .Add(outcome == ReleaseOutcome.Void ? text["ReleaseVoid", subject.UserName!] : Named(subject));
        }

        TempData[ReleasedKey] = string.Join('\n', released);
        TempData[OthersKey] = string.Join('\n', others);
        return new SeeOtherResult(OperatorPaths.ReleaseDone);
    }

    /// <summary>A notice goes to an address, and where there is none the manager is the one to tell.</summary>
    private string Consequence(PortalUser subject) => text["ReleaseConsequence"] + Space()
        + (subject.Email is { Length: > 0 } ? text["ReleaseMail"] : text["ReleaseTell", subject.UserName!]);

    private static string Space() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "" : " ";

    private static string Named(PortalUser subject) =>
        subject.DisplayName == subject.UserName ? subject.UserName! : $"{subject.UserName}　{subject.DisplayName}";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
