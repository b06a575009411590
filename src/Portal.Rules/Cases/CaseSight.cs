namespace Portal.Rules.Cases;

/// <summary>One reader in front of one case.</summary>
/// <param name="IsOfContract">The reader belongs to the contract of the case.</param>
/// <param name="IsAuthor">It is the reader's own case.</param>
/// <param name="IsFollower">The reader was added to it.</param>
/// <param name="IsManager">The reader manages the contract.</param>
/// <param name="IsChosen">The contract's manager has chosen the reader.</param>
/// <param name="IsConfidential">The case is marked confidential.</param>
/// <param name="Visibility">What holds in the contract.</param>
public readonly record struct CaseSight(
    bool IsOfContract, bool IsAuthor, bool IsFollower, bool IsManager, bool IsChosen, bool IsConfidential, CaseVisibility Visibility)
{
    /// <summary>
    /// Whether the reader sees the case (CASE-6). The mark only narrows: whoever could not see the case without it does
    /// not with it.
    /// </summary>
    public bool IsSeen => IsOfContract && (IsAuthor || IsFollower || (IsShared && (IsManager || !IsConfidential)));

    /// <summary>The contract shows its cases to this reader at all.</summary>
    private bool IsShared => Visibility switch
    {
        CaseVisibility.Everybody => true,
        CaseVisibility.Managers => IsManager,
        CaseVisibility.Chosen => IsChosen,
        _ => false,
    };
}
