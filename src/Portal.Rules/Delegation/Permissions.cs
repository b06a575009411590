namespace Portal.Rules.Delegation;

/// <summary>Permissions as people grant them, and the acts that each stands for.</summary>
public static class Permissions
{
    /// <summary>All there are, in the order in which forms show them.</summary>
    public static IReadOnlyList<Permission> All { get; } = Enum.GetValues<Permission>();

    /// <summary>The permission that an act needs; every act needs exactly one.</summary>
    /// <param name="act">An act on another account.</param>
    public static Permission For(DelegatedAct act) => act switch
    {
        DelegatedAct.See or DelegatedAct.SeeHistory => Permission.See,
        DelegatedAct.Register => Permission.Create,
        DelegatedAct.ReleaseLockout => Permission.Unlock,
        DelegatedAct.IssueTemporaryPassword or DelegatedAct.SendResetLink or DelegatedAct.RemoveFactor => Permission.Reset,
        DelegatedAct.Export => Permission.Export,
        DelegatedAct.EditDetails or DelegatedAct.EditRecovery or DelegatedAct.ChangeLoginId or DelegatedAct.Disable or DelegatedAct.Enable
            or DelegatedAct.EndSessions or DelegatedAct.GrantRole or DelegatedAct.Remove or DelegatedAct.ActFor
            or DelegatedAct.GrantMembership => Permission.Edit,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>
    /// What comes with others: whoever may do anything to accounts sees them, or would have no way to any of them.
    /// </summary>
    /// <param name="permissions">Any number of them.</param>
    public static IReadOnlyList<Permission> Complete(IReadOnlyCollection<Permission> permissions) =>
        [.. All.Where(permission => permissions.Contains(permission) || (permission == Permission.See && permissions.Count > 0))];

    /// <summary>The acts that permissions allow.</summary>
    /// <param name="permissions">Any number of them.</param>
    public static IReadOnlySet<DelegatedAct> Acts(IReadOnlyCollection<Permission> permissions) =>
        Enum.GetValues<DelegatedAct>().Where(act => permissions.Contains(For(act))).ToHashSet();
}
