using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Users;

/// <summary>What is searched for, as it stands in the address.</summary>
public sealed class UserQuery : ListInput
{
    /// <summary>Shorter texts would list half of the people (RX-07).</summary>
    public const int ShortestText = 2;

    public string? Tenant { get; set; }

    public string? Q { get; set; }

    public string Text => Q?.Trim() ?? "";

    /// <summary>Something was typed, but too little to search for.</summary>
    public bool IsTooShort => Text.Length > 0 && !IsEnough;

    public bool IsEnough => Text.Length >= ShortestText;
}
