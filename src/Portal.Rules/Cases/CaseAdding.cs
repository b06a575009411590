namespace Portal.Rules.Cases;

/// <summary>Somebody who sees a case, about to add a colleague to it.</summary>
/// <param name="Manages">It is theirs to say who else sees the case: its author, and the contract's managers.</param>
/// <param name="IsOneself">They would add themselves.</param>
/// <param name="IsConfidential">The case is marked confidential.</param>
/// <param name="Visibility">What holds in the contract.</param>
public readonly record struct CaseAdding(bool Manages, bool IsOneself, bool IsConfidential, CaseVisibility Visibility)
{
    /// <summary>
    /// Whether they may (CASE-6). Who was added sees the case from then on, whatever narrows it later: so nobody
    /// secures that for themselves, and nobody but whose case it is widens what is not for everybody.
    /// </summary>
    public bool IsAllowed => Manages || (!IsOneself && !IsConfidential && Visibility == CaseVisibility.Everybody);
}
