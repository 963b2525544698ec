-- Messages are deleted ninety days after they were sent.

GRANT DELETE ON "contact"."desk_message" TO fieldline_contact;
