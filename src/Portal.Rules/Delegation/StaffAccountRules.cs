namespace Portal.Rules.Delegation;

/// <summary>
/// What administrators of the staff may do to accounts of the staff (ADMIN-11, AZ-06): nobody grants more than it holds
/// itself, touches who holds more, or changes anything outside its own tenants.
/// </summary>
public static class StaffAccountRules
{
    /// <summary>May it see that account in the list and open it?</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="subject">Who is looked at.</param>
    public static StaffVerdict See(StaffActor actor, StaffSubject subject) => actor.Role switch
    {
        AccountRole.SystemAdministrator => StaffVerdict.Allowed,
        AccountRole.TenantAdministrator when subject.Rights.TenantIds.Overlaps(actor.TenantIds) => StaffVerdict.Allowed,
        _ => StaffVerdict.Hidden,
    };

    /// <summary>
    /// May it do what concerns the account as a whole: invite again, switch off and on, remove? Only where all tenants
    /// of the other are its own.
    /// </summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="subject">Who is acted on.</param>
    public static StaffVerdict Decide(StaffActor actor, StaffSubject subject) =>
        Refusal(actor, subject) ?? When(ReachesAll(actor, subject.Rights.TenantIds));

    /// <summary>
    /// May it give the other these rights in place of those it has? A role counts in every tenant of the other, so it
    /// is changed only by who reaches all of them; tenants that are not its own stay as they are.
    /// </summary>
    /// <param name="actor">Who grants.</param>
    /// <param name="subject">Who is to have them.</param>
    /// <param name="rights">What it is to hold.</param>
    public static StaffVerdict DecideRights(StaffActor actor, StaffSubject subject, StaffRights rights) =>
        Refusal(actor, subject) ?? When(StaffRules.MayGrant(actor.Role, rights.Role)
            && ReachesAll(actor, subject.Rights.TenantIds.Except(rights.TenantIds))
            && ReachesAll(actor, rights.TenantIds.Except(subject.Rights.TenantIds))
            && (rights.Role == subject.Rights.Role || ReachesAll(actor, subject.Rights.TenantIds)));

    /// <summary>May it make somebody a member of the staff with these rights?</summary>
    /// <param name="actor">Who grants.</param>
    /// <param name="rights">What the new one is to hold.</param>
    public static StaffVerdict DecideInvitation(StaffActor actor, StaffRights rights) =>
        When(rights.Role >= AccountRole.Agent && StaffRules.MayGrant(actor, rights.Role, rights.TenantIds));

    /// <summary>The staff roles that one may grant, from the least.</summary>
    /// <param name="own">The role of the one who grants.</param>
    public static IReadOnlyList<AccountRole> Grantable(AccountRole own) =>
        [.. Enum.GetValues<AccountRole>().Where(role => role >= AccountRole.Agent && StaffRules.MayGrant(own, role))];

    private static StaffVerdict? Refusal(StaffActor actor, StaffSubject subject) => See(actor, subject) switch
    {
        StaffVerdict.Allowed when actor.UserId == subject.UserId => StaffVerdict.OneSelf,
        StaffVerdict.Allowed when subject.Rights.Role > actor.Role => StaffVerdict.Forbidden,
        StaffVerdict.Allowed => null,
        var hidden => hidden,
    };

    private static bool ReachesAll(StaffActor actor, IEnumerable<Guid> tenantIds) =>
        tenantIds.All(tenantId => StaffRules.MaySeeTenant(actor, tenantId));

    private static StaffVerdict When(bool allowed) => allowed ? StaffVerdict.Allowed : StaffVerdict.Forbidden;
}
