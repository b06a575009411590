using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>Turns the forms into rights; the page is not trusted to send what it offered (AZ-06).</summary>
public sealed class StaffRightsInput(StaffReach reach, StaffPersonList list, FormWords words, StaffDuties duties,
    IStringLocalizer<AdminText> admin, IStringLocalizer<StaffPersonText> text)
{
    private static readonly EmailField Email = new(Required: true);
    private static readonly LineField Name = new(LineField.LongestName, Required: true);

    /// <summary>What the one who reads may choose from.</summary>
    public async Task OfferAsync(StaffRightsForm form, StaffPersonTarget? target = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        form.Duties = target is null ? [] : await duties.OfAsync(target);
        form.Offered = await list.TenantsAsync();
        form.Roles = [.. StaffAccountRules.Grantable(reach.Actor.Role)
            .Select(role => new Choice(role.ToString(), admin["Role." + role], text["RoleHint." + role]))];
    }

    /// <summary>Beside a fault what is nearest to it; the faults are in the state.</summary>
    public StaffRights Read(StaffRightsForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var reader = Reader();
        var rights = ReadRights(form, reader);
        state.Report(reader.Problems);
        return rights;
    }

    /// <inheritdoc cref="Read(StaffRightsForm, ModelStateDictionary)"/>
    public NewStaff Read(StaffInvitationForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var reader = Reader();
        var person = new NewStaff(reader.Read(Email, nameof(form.Email), form.Email) ?? "",
            reader.Read(Name, nameof(form.FamilyName), form.FamilyName), reader.Read(Name, nameof(form.GivenName), form.GivenName),
            ReadRights(form, reader));
        state.Report(reader.Problems);
        return person;
    }

    private FormReader Reader() => words.Reader(field => text["Field." + field]);

    private StaffRights ReadRights(StaffRightsForm form, FormReader reader)
    {
        if (form.Roles.All(offered => offered.Value != form.Role) || !Enum.TryParse<AccountRole>(form.Role, out var role))
        {
            reader.Add(nameof(form.Role), new FieldFault.NotOffered());
            return new StaffRights(AccountRole.Agent, new HashSet<Guid>());
        }

        if (form.Tenants.Any(slug => form.Offered.All(tenant => tenant.Slug != slug)))
        {
            reader.Add(nameof(form.Tenants), new FieldFault.NotOffered());
        }

        var kept = form.Target?.Rights.TenantIds.Except(form.Offered.Select(tenant => tenant.Id)) ?? [];
        var chosen = form.Offered.Where(tenant => form.Tenants.Contains(tenant.Slug)).Select(tenant => tenant.Id);

        // Whoever looks after all of them is given none by name.
        var tenants = role == AccountRole.SystemAdministrator ? new HashSet<Guid>() : kept.Concat(chosen).ToHashSet();
        if (role != AccountRole.SystemAdministrator && tenants.Count == 0 && !reader.HasProblem(nameof(form.Tenants)))
        {
            reader.Add(nameof(form.Tenants), text["ChooseTenant"]);
        }

        return new StaffRights(role, tenants);
    }
}
