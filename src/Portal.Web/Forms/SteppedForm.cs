namespace Portal.Web.Forms;

/// <summary>What a pressed button asks for.</summary>
public enum FormStep
{
    Check,
    Save,
    Back,
}

/// <summary>A form in steps: entered, checked, saved.</summary>
public abstract class SteppedForm
{
    /// <summary>As buttons send it: "save" or "back"; all else is checked.</summary>
    public string? Step { get; set; }

    /// <summary>The state of the row the form was opened with (SAFE-1); 0 for what is new.</summary>
    [InDraft]
    public int Version { get; set; }

    public FormStep Pressed => Step switch
    {
        "save" => FormStep.Save,
        "back" => FormStep.Back,
        _ => FormStep.Check,
    };
}
