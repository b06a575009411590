namespace Portal.Rules.TemporaryPasswords;

/// <summary>How a temporary password came about (TEMP-1 to 3).</summary>
public enum TemporaryPasswordOrigin
{
    /// <summary>Mailed to the owner after ID, keyword and address matched.</summary>
    Mail,

    /// <summary>Given by a parent operator, contract manager or administrator ID.</summary>
    Manager,

    /// <summary>Given by the provider's staff.</summary>
    Staff,

    /// <summary>Chosen by a caller from a line of the contract.</summary>
    Phone,
}
