using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Operators.Roles;

/// <summary>What the page of role and permissions shows, and what it is understood to say.</summary>
public sealed class RoleInput(
    FormWords formWords, FactorRequirement factors, OperatorWords words, IStringLocalizer<OperatorsText> text)
{
    public FormReader Reader() => formWords.Reader(name => text[name]);

    public static RoleForm Of(PortalUser subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var isManager = subject.Role == AccountRole.Manager;
        return new()
        {
            Administrator = isManager,
            Permissions = isManager ? [.. UserPermissions.Of(subject).Select(permission => permission.ToString())] : [],
            RequireFactor = subject.MustHaveSecondFactor,
            Version = subject.Version,
        };
    }

    /// <summary>What the page shows and the browser does not decide.</summary>
    public RoleForm Fill(RoleForm form, Delegation.Granted granted)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(granted);
        form.Subject = granted.Subject;
        form.Grantable = UserPermissions.Of(granted.Actor);
        form.MayRequireFactor = factors.IsOpen;
        return form;
    }

    public IReadOnlyList<Permission> Read(RoleForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (form.Administrator && form.Chosen.Count == 0)
        {
            reader.Add(nameof(form.Permissions), new FieldFault.NotOffered());
        }

        return form.Chosen;
    }

    public IReadOnlyList<ComparedField> Compare(RoleForm own, RoleForm newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            Switch(nameof(own.Administrator), words.ManagerTitle, own.Administrator, newer.Administrator),
            new ComparedField(nameof(own.Permissions), text["Permissions"], Names(own), Names(newer))
            {
                Sent = [.. own.Chosen.Select(permission => permission.ToString())],
            },
            .. own.MayRequireFactor
                ? [Switch(nameof(own.RequireFactor), text["RequireFactor"], own.RequireFactor, newer.RequireFactor)]
                : Array.Empty<ComparedField>(),
        ];
    }

    private ComparedField Switch(string name, string label, bool own, bool newer) =>
        new(name, label, text[own ? "Yes" : "No"], text[newer ? "Yes" : "No"]) { Sent = [own ? "true" : "false"] };

    private string Names(RoleForm form) => string.Join(" / ", form.Chosen.Select(permission => text["Permission." + permission].Value));
}
