using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WhoIsGone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FormerAssigneeId",
                table: "Cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "StaleSince",
                table: "AdministratorLinks",
                type: "timestamp with time zone",
                nullable: true);

            // What is gone and stale already is so from now on. The owner, too, sees through the wall only what it names.
            migrationBuilder.Sql("""
                DO $gone$
                BEGIN
                    PERFORM set_config('portal.tenants', coalesce((SELECT string_agg("Id"::text, ',') FROM "Tenants"), ''), true);
                    UPDATE "AdministratorLinks" AS link SET "StaleSince" = administrator."PasswordChangedAt"
                        FROM "Users" AS administrator
                        WHERE administrator."TenantId" = link."TenantId" AND administrator."Id" = link."AdministratorId"
                            AND administrator."PasswordChangedAt" > link."ConfirmedAt";
                    UPDATE "Cases" AS left_case SET "FormerAssigneeId" = left_case."AssigneeId", "AssigneeId" = NULL
                        WHERE left_case."AssigneeId" IS NOT NULL AND left_case."Status" <> 'Closed' AND NOT EXISTS (
                            SELECT FROM "Users" AS staff
                            WHERE staff."TenantId" = (SELECT "Id" FROM "Tenants" WHERE "Slug" = 'admin')
                                AND staff."Id" = left_case."AssigneeId" AND staff."DisabledAt" IS NULL
                                AND (staff."Role" = 'SystemAdministrator' OR EXISTS (SELECT FROM "StaffAssignments" AS assigned
                                    WHERE assigned."UserId" = staff."Id" AND assigned."TenantId" = left_case."TenantId")));
                    PERFORM set_config('portal.tenants', '', true);
                END
                $gone$;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_FormerAssigneeId",
                table: "Cases",
                columns: new[] { "TenantId", "FormerAssigneeId" },
                filter: "\"FormerAssigneeId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_FormerAssigneeId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "FormerAssigneeId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StaleSince",
                table: "AdministratorLinks");
        }
    }
}
