namespace Portal.Rules.Telephony;

/// <summary>What a call waits for.</summary>
public enum CallStep
{
    /// <summary>The authentication unit: one key.</summary>
    Unit,

    /// <summary>A number of the contract, closed with #.</summary>
    Number,

    /// <summary>The temporary password: eight keys.</summary>
    Password,

    /// <summary>The same eight keys again.</summary>
    Confirmation,

    /// <summary>Nothing more: the last announcement has been given.</summary>
    Over,
}
