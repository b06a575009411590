using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>What the pages of memberships show, and what they are understood to say.</summary>
public sealed class MembershipInput(OperatorInput input, ContractNames contracts, OperatorWords words, IStringLocalizer<OperatorsText> text)
{
    public FormReader Reader() => input.Reader();

    /// <summary>What the page shows and the browser does not decide.</summary>
    public async Task<MembershipForm> FillAsync(MembershipForm form, PortalUser who, Membership? of = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(who);
        (form.Of, form.Contract, form.Grantable) = (of, await contracts.OfAsync(who), UserPermissions.Of(who));
        return form;
    }

    public static MembershipForm Of(Membership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        var isManager = membership.Role == AccountRole.Manager;
        return new MembershipForm
        {
            Administrator = isManager,
            Permissions = isManager ? [.. UserPermissions.Of(membership.Permissions).Select(permission => permission.ToString())] : [],
            Version = membership.Version,
        };
    }

    /// <summary>The ID as typed; nothing where the membership is there already.</summary>
    public string Read(MembershipForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var loginId = form.Of is null ? input.LoginId(form.LoginId, reader) : "";
        if (form.Administrator && form.Chosen.Count == 0)
        {
            reader.Add(nameof(form.Permissions), new FieldFault.NotOffered());
        }

        return loginId;
    }

    /// <summary>Why the ID that was typed cannot be let in; null where nothing is told at the field.</summary>
    public string? WhyNot(MembershipVerdict verdict) => verdict switch
    {
        MembershipVerdict.Unknown => text["Membership.Unknown", words.Id, words.One].Value,
        MembershipVerdict.OneSelf => text["Membership.OneSelf"].Value,
        MembershipVerdict.AtHome => text["Membership.AtHome", words.Id, words.One].Value,
        MembershipVerdict.Already => text["Membership.Already", words.Id, words.One].Value,
        _ => null,
    };

    public IReadOnlyList<ComparedField> Compare(MembershipForm own, MembershipForm newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            new ComparedField(nameof(own.Administrator), words.ManagerTitle, text[own.Administrator ? "Yes" : "No"],
                text[newer.Administrator ? "Yes" : "No"])
            {
                Sent = [own.Administrator ? "true" : "false"],
            },
            new ComparedField(nameof(own.Permissions), text["Permissions"], Names(own), Names(newer))
            {
                Sent = [.. own.Chosen.Select(permission => permission.ToString())],
            },
        ];
    }

    private string Names(MembershipForm form) =>
        string.Join(" / ", form.Chosen.Select(permission => text["Permission." + permission].Value));
}
